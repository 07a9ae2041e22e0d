import type { CliDescription, DescribedCommand, DescribedOption } from './describe.ts'

/** The manual page in roff, as `man -l` reads it: `entrygo schema --man > entrygo.1`. */
export function renderManPage(cli: CliDescription, version: string): string {
  const { about, commands, globalOptions, environment, exitCodes } = cli
  return [
    `.TH ENTRYGO 1 "" "entrygo ${version}" "EntryGo"`,
    '.SH NAME',
    `entrygo \\- ${roff(about)}`,
    '.SH SYNOPSIS',
    '.B entrygo',
    '.I command',
    '[\\fIoptions\\fR]',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH GLOBAL OPTIONS',
    ...globalOptions.flatMap(optionLines),
    '.SH ENVIRONMENT',
    ...environment.flatMap(({ name, about: meaning }) => ['.TP', `.B ${name}`, roff(meaning)]),
    '.SH EXIT STATUS',
    ...exitCodes.flatMap(({ code, meaning }) => ['.TP', `.B ${code}`, roff(meaning)]),
    '',
  ].join('\n')
}

function commandLines({ usage, about, arguments: given, options, exitCodes, examples }: DescribedCommand): string[] {
  return [
    `.SS ${roff(usage)}`,
    roff(about),
    ...given.flatMap(({ name, about: meaning }) => ['.TP', `.I ${roff(name)}`, roff(meaning)]),
    ...options.flatMap(optionLines),
    '.PP',
    `Ends with ${exitCodes.join(', ')}.`,
    ...(examples.length === 0 ? [] : ['.PP', '.nf', ...examples.map((example) => `    ${roff(example)}`), '.fi']),
  ]
}

function optionLines({ flag, value, about, choices }: DescribedOption): string[] {
  const takes = value === null ? '' : ` \\fI${roff(value)}\\fR`
  const oneOf = choices === null ? '' : ` (${choices.join(', ')})`
  return ['.TP', `\\fB${roff(flag)}\\fR${takes}`, roff(`${about}${oneOf}`)]
}

/** A line that begins with a dot or a quote would be an instruction to roff; a hyphen is one only when it is escaped. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-')
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}
