/** The heading below which the rest of docs/api/sdk.md is generated. */
export const exportsHeading = '## All exports'

/** Reads a source of the SDK, by its path below `packages/sdk/src`. */
export type ReadSource = (path: string) => string

const entries = [
  ['@entrygo/sdk', 'index.ts'],
  ['@entrygo/sdk/webhooks', 'webhooks/index.ts'],
  ['@entrygo/sdk/testing', 'testing/index.ts'],
] as const

/** The page with its last part written anew from the sources: each exported name and what its comment says first. */
export function pageWithExports(page: string, read: ReadSource): string {
  const [above = ''] = page.split(`\n${exportsHeading}\n`)
  const opening = [
    'From the sources, by `tools/docs/write-sdk-exports.ts`. `@entrygo/sdk/contract` has the types and closed sets of the contract,',
    '`@entrygo/sdk/canonical-json` RFC 8785, `@entrygo/sdk/client` the client alone, for a start that counts milliseconds.',
  ].join('\n')
  const tables = entries.map(([name, entry]) => [`### \`${name}\``, '', tableOf(entry, read)].join('\n'))
  return [above.trimEnd(), '', exportsHeading, '', opening, '', tables.join('\n\n'), ''].join('\n')
}

function tableOf(entry: string, read: ReadSource): string {
  const rows = exportedNames(entry, read)
    .map(({ name, path }) => ({
      name,
      ...(path.startsWith('contract/') ? ofContract : declarationOf(name, read(path))),
    }))
    .sort((a, b) => Number(a.isType) - Number(b.isType) || (a.name < b.name ? -1 : 1))
    .map(({ name, kind, says }) => `| \`${name}\` | ${kind} | ${says} |`)
  return ['| name | kind | |', '|---|---|---|', ...rows].join('\n')
}

/** Names that an entry exports again, with the file that declares each. */
export function exportedNames(entry: string, read: ReadSource): { readonly name: string; readonly path: string }[] {
  const folder = entry.includes('/') ? `${entry.split('/')[0]}/` : ''
  return [...read(entry).matchAll(/^export (?:type )?\{([^}]+)\} from '\.(\.?)\/([^']+)'/gm)].flatMap(
    ([, names = '', up = '', file = '']) =>
      names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== '')
        .map((name) => ({ name, path: up === '' ? `${folder}${file}` : file })),
  )
}

const ofContract = { kind: 'type', says: 'As the contract has it', isType: true }

function declarationOf(name: string, text: string): { kind: string; says: string; isType: boolean } {
  const pattern = `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*)?^export (?:async )?(function|const|class|interface|type)\\*? ${name}\\b`
  const found = new RegExp(pattern, 'm').exec(text)
  const [, comment = '', kind = ''] = found ?? []
  const words = comment
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const [first = ''] = /^.*?\.(?= |$)/.exec(words) ?? []
  if (first === '') throw new Error(`${name} is exported by the SDK without a comment that says what it is.`)
  const says = first
    .replace(/\.$/, '')
    .replaceAll('|', '\\|')
    .replaceAll(/\{@link (\w+)\}/g, '`$1`')
  return { kind, says, isType: kind === 'interface' || kind === 'type' }
}
