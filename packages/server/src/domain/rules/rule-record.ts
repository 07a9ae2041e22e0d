import { type FindingCode, type Flag, findingCodes, flags as knownFlags } from '@entrygo/sdk/contract'
import { isRecord, type RecordReader, readRecord } from './record-reader.ts'
import type { Rule, RuleFix } from './rule.ts'

export type RuleReading = { readonly rule: Rule } | { readonly name: string; readonly reasons: readonly string[] }

/** Reads one record of a file in `rules/`; `name` is the rule's id where it can be told, else its position. */
export function readRule(value: unknown, position: number): RuleReading {
  if (!isRecord(value)) return { name: `record ${position}`, reasons: ['must be an object'] }
  const reader = readRecord(value)
  reader.allow(members)
  const rule: Rule = {
    id: reader.text('id'),
    variant: reader.textOrNull('variant'),
    group: reader.text('group'),
    scope: reader.choice('scope', ['product', 'line', 'order', 'export']),
    severity: reader.choice('severity', ['BLOCK', 'REVIEW', 'INFO']),
    ...(reader.has('atExecute') ? { atExecute: reader.choice('atExecute', ['BLOCK']) } : {}),
    predicate: reader.text('predicate'),
    args: reader.object('args'),
    ...(reader.has('htsPrefixes') ? { htsPrefixes: prefixes(reader, 'htsPrefixes') } : {}),
    ...(reader.has('exceptHtsPrefixes') ? { exceptHtsPrefixes: prefixes(reader, 'exceptHtsPrefixes') } : {}),
    message: messages(reader),
    fix: fix(reader),
    flags: flags(reader),
    citation: reader.text('citation'),
    confidence: reader.choice('confidence', ['H', 'M', 'L']),
    effectiveFrom: reader.dateOrNull('effectiveFrom'),
    effectiveTo: reader.dateOrNull('effectiveTo'),
    recordedAt: reader.date('recordedAt'),
  }
  const reasons = [...reader.reasons, ...crossChecks(rule)]
  if (reasons.length === 0) return { rule }
  const variant = rule.variant === null || rule.variant === '' ? '' : ` (${rule.variant})`
  return { name: rule.id === '' ? `record ${position}` : `${rule.id}${variant}`, reasons }
}

const members: readonly (keyof Rule)[] = [
  'id',
  'variant',
  'group',
  'scope',
  'severity',
  'atExecute',
  'predicate',
  'args',
  'htsPrefixes',
  'exceptHtsPrefixes',
  'message',
  'fix',
  'flags',
  'citation',
  'confidence',
  'effectiveFrom',
  'effectiveTo',
  'recordedAt',
]

function messages(reader: RecordReader): Rule['message'] {
  const message = reader.object('message')
  const texts: Partial<Record<FindingCode, string>> = {}
  for (const [name, text] of Object.entries(message)) {
    const code = findingCodes.find((candidate) => candidate === name)
    if (code === undefined || typeof text !== 'string' || text === '')
      reader.reasons.push(`message.${name} is no text of a code`)
    else texts[code] = text
  }
  if (Object.keys(texts).length === 0) reader.reasons.push('message must have a text')
  return texts
}

function fix(reader: RecordReader): RuleFix {
  const members = readRecord(reader.object('fix'))
  members.allow(['field', 'example', 'examples', 'who'])
  const examples: Record<string, string> = {}
  if (members.has('examples')) {
    for (const [field, example] of Object.entries(members.object('examples'))) {
      if (typeof example === 'string') examples[field] = example
      else members.reasons.push(`examples.${field} must be a text`)
    }
  }
  const read = {
    field: members.text('field'),
    example: members.text('example'),
    ...(members.has('examples') ? { examples } : {}),
    who: members.choice('who', ['owner', 'warehouse', 'broker', 'manufacturer', 'importer']),
  }
  reader.reasons.push(...members.reasons.map((reason) => `fix.${reason}`))
  return read
}

function flags(reader: RecordReader): Flag[] {
  return reader.texts('flags').flatMap((name): Flag[] => {
    const flag = knownFlags.find((candidate) => candidate === name)
    if (flag === undefined) reader.reasons.push(`flags: ${name} is not a flag of the contract`)
    return flag === undefined ? [] : [flag]
  })
}

function prefixes(reader: RecordReader, name: string): readonly string[] {
  const list = reader.texts(name)
  for (const prefix of list) {
    if (!/^\d{2,10}$/.test(prefix)) reader.reasons.push(`${name}: ${prefix} is no HTS prefix of two to ten digits`)
  }
  return list
}

function crossChecks({ effectiveFrom, effectiveTo, scope, htsPrefixes, exceptHtsPrefixes }: Rule): string[] {
  const reasons: string[] = []
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo !== '' && effectiveFrom >= effectiveTo) {
    reasons.push(`effectiveFrom ${effectiveFrom} is not before effectiveTo ${effectiveTo}`)
  }
  const isAboutGoods = scope === 'product' || scope === 'line'
  if (!isAboutGoods && (htsPrefixes ?? exceptHtsPrefixes) !== undefined) {
    reasons.push(`HTS prefixes have no meaning in the scope ${scope}`)
  }
  return reasons
}
