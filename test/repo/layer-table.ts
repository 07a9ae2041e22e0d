/** What the files of one room may import. Tests are free. */
export interface Layer {
  /** Folder, or single file, relative to the root of the repository. */
  readonly room: string
  /** Rooms and packages it may import; a trailing `*` stands for any ending. Absent: everything but `never`. */
  readonly may?: readonly string[]
  /** Rooms of which it may import types, but no values. */
  readonly mayTypes?: readonly string[]
  readonly never?: readonly string[]
  /** Parts of what stands in `never` that it may import all the same. */
  readonly unless?: readonly string[]
  /** Said when the rule is broken. */
  readonly instead: string
}

const server = 'packages/server/src'
const cli = 'packages/cli/src'
const contract = ['@entrygo/sdk/contract', '@entrygo/sdk/canonical-json', '@entrygo/sdk/compare-plans']

/** The first room that a path lies in decides, so narrow rooms stand before wide ones. */
export const layers: readonly Layer[] = [
  {
    room: 'packages/sdk/src/contract',
    may: ['packages/sdk/src/contract'],
    instead: 'The contract is generated from openapi.yaml and stands alone.',
  },
  {
    room: 'packages/sdk/src/testing',
    never: ['@entrygo/*'],
    instead: 'Mock handlers know the contract and msw alone.',
  },
  {
    room: 'packages/sdk/src',
    never: ['@entrygo/*', 'msw*', 'node:fs*', 'node:child_process'],
    instead: 'The SDK is a thin client: it knows neither server nor CLI, and msw belongs in src/testing.',
  },
  {
    room: 'packages/mcp/src',
    never: ['@entrygo/server*', '@entrygo/cli', '@entrygo/conformance'],
    instead: 'Tools call the SDK: an agent has no way to the server that a program has not.',
  },
  {
    room: 'packages/conformance/src',
    never: ['@entrygo/server*', '@entrygo/cli', '@entrygo/mcp'],
    instead: 'The suite sees an implementation over HTTP alone, so that it can judge any.',
  },
  {
    room: `${server}/domain/screening`,
    may: [`${server}/domain`, 'minisearch', 'minisearch/SearchableMap', 'fuzzball'],
    instead: 'Matching of names is pure: lists are read by screening-lists.',
  },
  {
    room: `${server}/domain`,
    may: [`${server}/domain`, ...contract, ...['node:crypto', 'csv-parse/sync', 'ipaddr.js', 'pdfkit', 'fflate']],
    instead: 'The domain is pure: pass the value in as an argument, and let operations or main fetch it.',
  },
  {
    room: `${server}/delivery-ports.ts`,
    may: [`${server}/domain`, ...contract],
    instead: 'Ports name what the edge does in words of the domain; engines import ports, not the other way round.',
  },
  {
    room: `${server}/ports.ts`,
    may: [`${server}/delivery-ports.ts`, `${server}/domain`, ...contract],
    instead: 'Ports name what the edge does in words of the domain; engines import ports, not the other way round.',
  },
  {
    room: `${server}/operations`,
    may: [
      ...[`${server}/operations`, `${server}/domain`, `${server}/ports.ts`, ...contract],
      `${server}/testing/failpoints.ts`,
    ],
    instead: 'An operation loads, lets the domain decide, and commits: ask a port for everything else.',
  },
  {
    room: `${server}/storage`,
    may: [`${server}/storage`, `${server}/ports.ts`, `${server}/testing/failpoints.ts`, 'node:*', 'pg', ...contract],
    mayTypes: [`${server}/domain`],
    instead: 'Storage keeps what it is given: it neither decides nor speaks HTTP.',
  },
  {
    room: `${server}/transports`,
    may: [
      ...[`${server}/transports`, `${server}/ports.ts`, 'node:*', 'nodemailer*', ...contract],
      `${server}/domain/delivery/destination-url.ts`,
      `${server}/domain/delivery/public-address.ts`,
    ],
    mayTypes: [`${server}/domain`],
    instead: 'A transport carries a message and reports what it saw: the domain decides what that means.',
  },
  {
    room: `${server}/http`,
    never: [`${server}/storage`, `${server}/transports`, `${server}/domain/rules`, `${server}/domain/planning`],
    instead: 'HTTP turns requests into operations and refusals into statuses: call an operation.',
  },
  {
    room: `${server}/rule-pack-files.ts`,
    may: [`${server}/domain`, 'node:fs', 'node:path', 'node:url', 'node:zlib'],
    instead: 'It reads files and lets the domain judge them.',
  },
  {
    room: `${server}/product-input.ts`,
    may: [`${server}/domain`, `${server}/http/contract-validators.ts`, `${server}/http/issues.ts`, ...contract],
    instead: 'It reads products as their sync does: the schema check of HTTP, then the domain.',
  },
  {
    room: `${server}/screening-lists`,
    may: [`${server}/screening-lists`, `${server}/domain`, 'node:fs', 'node:path', 'csv-parse'],
    instead: 'It reads lists of restricted parties and lets the domain match them.',
  },
  {
    room: `${server}/evidence.ts`,
    may: [`${server}/domain`, ...contract],
    instead: 'The subpath ./evidence must start without a server, so it offers the domain alone.',
  },
  {
    room: `${server}/rules.ts`,
    may: [`${server}/domain`, `${server}/rule-pack-files.ts`, `${server}/product-input.ts`, ...contract],
    instead: 'The subpath ./rules must start without a server, so it offers the domain and the files of a pack alone.',
  },
  {
    room: `${cli}/commands/dev.ts`,
    never: ['chalk', 'ora', 'undici', '@entrygo/server/rules'],
    instead: 'Colour belongs in render, the spinner in output, the dispatcher in one place beside the client.',
  },
  {
    room: `${cli}/commands`,
    never: ['chalk', 'ora', 'undici', '@entrygo/server'],
    unless: ['@entrygo/server/rules', '@entrygo/server/evidence'],
    instead: 'A command reads input, calls the SDK and hands the answer to output; only `dev` embeds the server.',
  },
  {
    room: `${cli}/render`,
    may: [`${cli}/render`, 'chalk', '@entrygo/sdk/contract'],
    mayTypes: ['@entrygo/sdk'],
    instead: 'Render turns a value into text: no client, no files, no network.',
  },
  {
    room: cli,
    never: ['@entrygo/server', 'chalk'],
    unless: ['@entrygo/server/rules'],
    instead: 'Only commands/dev.ts embeds the server, and only render has colours.',
  },
]

/** The composition root: it may import everything in the server, and nothing but its like may import it. */
export const compositionRoot: readonly string[] = ['main.ts', 'bin.ts', 'index.ts', 'dev.ts', 'dev', 'commands'].map(
  (name) => `${server}/${name}`,
)

export const rulesOfPurity: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, instead: 'take the time as an argument' },
  { pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, instead: 'take ids and randomness as arguments' },
  { pattern: /\bprocess\./, instead: 'take the setting as an argument' },
  { pattern: /\bfetch\(|\bset(?:Timeout|Interval|Immediate)\(/, instead: 'return an effect and let a port run it' },
]
