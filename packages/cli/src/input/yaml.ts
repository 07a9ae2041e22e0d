import { parseDocument, visit } from 'yaml'
import { type CommandError, inputError } from '../errors.ts'
import { digitsOf } from './exact-json.ts'

/** One YAML 1.2 document, as data: no tags of its own. Errors name file, line and column. */
export function parseYamlText(text: string, name: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true })
  // A warning is a tag that is not known: what it would have made of the value is not what would be sent.
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    const before = text.slice(0, problem.pos[0]).split('\n')
    const column = (before.at(-1) ?? '').length + 1
    if (problem.code === 'DUPLICATE_KEY') {
      const [key = ''] = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^:\n]*)/.exec(text.slice(problem.pos[0])) ?? []
      const named = JSON.stringify(key.replace(/^(["'])(.*)\1$/, '$2'))
      throw inputError(`${name} line ${before.length}, column ${column} names ${named} twice in one object.`, 'file')
    }
    throw inputError(`${name} line ${before.length}, column ${column} is not YAML: ${saying(problem)}.`, 'file')
  }
  visit(document, {
    Scalar: (_, { value, source = '' }) => {
      if (typeof value === 'number') requireExact(value, source, name)
    },
  })
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw aliasError(error, name)
  }
}

function saying({ code, message }: { readonly code: string; readonly message: string }): string {
  if (code === 'MULTIPLE_DOCS') return 'it holds several documents; write their records as one list'
  // These name the tag or the alias.
  if (code === 'TAG_RESOLVE_FAILED' || code === 'BAD_ALIAS') return `"${message}"`
  return message.includes('call stack') ? 'it is nested too deeply' : message
}

/** Of other numbers JSON makes another number, or none. */
function requireExact(value: number, source: string, name: string): void {
  if (!Number.isFinite(value)) throw inputError(`${name}: ${source} is no number that can be sent.`, 'file')
  if (digitsOf(source) > 15) throw inputError(`${name}: ${source} is a number of more than 15 digits.`, 'file')
}

/** Few lines of aliases that name each other can stand for more data than there is memory. */
function aliasError(error: unknown, name: string): CommandError {
  const reason = error instanceof Error ? error.message : String(error)
  return inputError(`${name} uses aliases that cannot be followed ("${reason}"): write the values out.`, 'file')
}
