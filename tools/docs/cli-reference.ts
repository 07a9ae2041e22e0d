import type { CliDescription, DescribedCommand, DescribedOption } from '../../packages/cli/src/schema/describe.ts'

/** The page docs/cli/reference.md, whole. */
export function cliReferencePage(cli: CliDescription): string {
  return [
    ...head,
    '## Flags of every command',
    '',
    ...optionTable(cli.globalOptions),
    '## Commands',
    '',
    '| command | what it does |',
    '|---|---|',
    ...cli.commands.map(
      ({ name, about }) => `| [\`${name}\`](#entrygo-${name.replaceAll(' ', '-')}) | ${cell(about)} |`,
    ),
    '',
    ...cli.commands.flatMap(commandPart),
    ...tail(cli),
  ].join('\n')
}

const head: readonly string[] = [
  '# Command line reference',
  '',
  'Generated from the command objects by `tools/docs/write-cli-reference.ts`; the same objects make `--help`, the completion',
  'scripts (`entrygo completion bash`), the manual page (`entrygo schema --man`) and the JSON of `entrygo schema --json`, which holds a',
  'JSON Schema of every answer.',
  '',
  'For programs (`--json`, `--format yaml`) a command prints one document and nothing else: `{data, next, idempotencyKey?}` when it',
  'ends well, else `{errorCode, message, exitCode, …}`. "Answers" below names the schema of `data`. Text that came from a server',
  'or a file stands under `data` alone ([why](../decisions/0010-text-from-elsewhere-stands-under-data.md)).',
  '',
]

function commandPart(command: DescribedCommand): string[] {
  const { name, about, options, exitCodes, examples, outputs, isWrite, streams } = command
  return [
    `### entrygo ${name}`,
    '',
    about,
    '',
    ...argumentTable(command),
    ...(options.length === 0 ? [] : optionTable(options)),
    `Answers ${outputs.map((output) => `\`${output}\``).join(' or ')}${isWrite ? ', with an `idempotencyKey`' : ''}.`,
    ...(streams === false ? [] : [streamSentence(streams)]),
    `Ends with ${exitCodes.join(', ')}.`,
    '',
    ...(examples.length === 0 ? [] : ['```sh', ...examples, '```', '']),
  ]
}

function streamSentence(streams: boolean | string): string {
  const when = typeof streams === 'string' ? `With \`${streams}\`` : 'For programs'
  return `${when} it prints one \`StreamLine\` for each event.`
}

function argumentTable({ arguments: given }: DescribedCommand): string[] {
  if (given.length === 0) return []
  const rows = given.map(({ name, about, choices, isRequired, isRepeated }) => {
    const notes = [isRequired ? '' : 'may be left out', isRepeated ? 'repeated' : ''].filter(Boolean).join(', ')
    return `| ${name} | ${cell(about)}${oneOf(choices)} | ${notes} |`
  })
  return ['| argument | meaning | |', '|---|---|---|', ...rows, '']
}

function optionTable(options: readonly DescribedOption[]): string[] {
  const rows = options.map(({ flag, value, about, choices, env, setting, isRepeated, isRequired }) => {
    const instead = [env, setting].filter((name) => name !== null).map((name) => `\`${name}\``)
    const notes = [isRequired ? 'required' : '', isRepeated ? 'repeated' : ''].filter(Boolean).join(', ')
    const spelled = value === null ? flag : `${flag} <${value}>`
    return `| \`${spelled}\` | ${cell(about)}${oneOf(choices)} | ${instead.join(', ')} | ${notes} |`
  })
  return ['| flag | meaning | variable, setting | |', '|---|---|---|---|', ...rows, '']
}

function tail({ environment, settings, exitCodes }: CliDescription): string[] {
  return [
    '## Variables',
    '',
    '| variable | meaning |',
    '|---|---|',
    ...environment.map(({ name, about }) => `| \`${name}\` | ${cell(about)} |`),
    '',
    '## Settings',
    '',
    'Flag, then variable, then the project’s file, then the user’s, then the default.',
    '',
    '| setting | flag | variable |',
    '|---|---|---|',
    ...settings.map(({ name, flag, env }) => `| \`${name}\` | \`${flag}\` | ${env === null ? '' : `\`${env}\``} |`),
    '',
    '## Exit codes',
    '',
    '| exit | meaning | error codes |',
    '|---|---|---|',
    ...exitCodes.map(
      ({ code, meaning, errorCodes }) =>
        `| ${code} | ${cell(meaning)} | ${errorCodes.map((errorCode) => `\`${errorCode}\``).join(' ')} |`,
    ),
    '',
  ]
}

function oneOf(choices: readonly string[] | null): string {
  return choices === null ? '' : `: ${choices.map((choice) => `\`${choice}\``).join(', ')}`
}

/** Angle brackets would be HTML, and a bar the end of the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
