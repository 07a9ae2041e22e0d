import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { type CliDescription, type DescribedCommand, describeCli } from '../schema/describe.ts'
import { version } from '../version.ts'

/** `entrygo schema`: what the command line is, for programs; with a command's name that one alone. */
export async function run({ flags, output, commands: allCommands }: CommandContext): Promise<ExitCode> {
  const table = await allCommands()
  const cli = describeCli(table)
  const commands = commandsNamed(cli, flags.argument(0), flags.argument(1))
  if (flags.isSet('man')) {
    const { renderManPage } = await import('../schema/man-page.ts')
    const page = renderManPage(cli, version)
    await output.tell({ data: { help: page } }, page)
    return 0
  }
  const { answerSchemaOf, definitionsOf, sharedSchemas } = await import('../schema/json-schema.ts')
  const { about, name, globalOptions, environment, settings, exitCodes } = cli
  const data = {
    // References inside are relative to this part of the document, wherever it is put.
    $id: 'https://entrygo.example/schemas/cli',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    name,
    version,
    about,
    globalOptions,
    commands: commands.map((command) => ({ ...command, output: answerSchemaOf(command) })),
    failure: { $ref: '#/$defs/Failure' },
    environment,
    settings,
    exitCodes,
    $defs: definitionsOf([...sharedSchemas, ...commands.flatMap(({ outputs }) => outputs)]),
  }
  await output.show({ data }, async (style) => {
    const { renderSchema } = await import('../render/schema.ts')
    return renderSchema(commands, style)
  })
  return 0
}

function commandsNamed(
  { commands }: CliDescription,
  ...words: readonly (string | undefined)[]
): readonly DescribedCommand[] {
  const name = words.filter((word) => word !== undefined).join(' ')
  const found = commands.filter(
    (command) => name === '' || command.name === name || command.name.startsWith(`${name} `),
  )
  if (found.length === 0) throw usageError(`There is no command ${name}: entrygo schema lists them all.`, 'command')
  return found
}
