import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import { readMap, shippedMapNames } from '../input/shipped-maps.ts'

/** `entrygo maps list`: the column maps that come with this command. */
export async function runList({ terminal, output }: CommandContext): Promise<ExitCode> {
  const names = await shippedMapNames()
  const maps = await Promise.all(names.map(async (name) => summary(name, await readMap(terminal, name))))
  await output.show({ data: { maps } }, async (style) => {
    const { wrap } = await import('../render/text.ts')
    const lines = maps.flatMap(({ name, records, about }) => [`${style.bold(name)}  ${records}`, ...wrap(about, '  ')])
    return lines.join('\n')
  })
  return 0
}

/** `entrygo maps show`: a map as its file, to be copied and edited. */
export async function runShow({ terminal, flags, output }: CommandContext): Promise<ExitCode> {
  const name = flags.argument(0) ?? ''
  const found = await readMap(terminal, name)
  await output.show({ data: { ...summary(name, found), text: found.text } }, () => found.text)
  return 0
}

function summary(
  name: string,
  { map }: Awaited<ReturnType<typeof readMap>>,
): { readonly name: string; readonly records: string; readonly about: string; readonly needs: readonly string[] } {
  const named = map.fields.flatMap(([, { columns }]) => columns)
  return { name, records: map.records, about: map.about, needs: map.needs ?? [...new Set(named)] }
}
