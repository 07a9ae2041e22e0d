import type { CommandContext } from '../command.ts'
import type { Flags } from '../command-line/flags.ts'
import { CommandError, inputError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { findLines } from '../hts/find-lines.ts'
import { notice } from '../hts/notice.ts'
import { openHtsIndex } from '../hts/open-index.ts'
import { displayed } from '../hts/tariff-number.ts'
import { lawDateOf } from '../law-date.ts'
import { plain } from '../render/text.ts'

/** `entrygo hts search`: the lines of the schedule whose texts fit the words, best first. Offline. */
export async function runSearch({ flags, output }: CommandContext): Promise<ExitCode> {
  const text = argumentsOf(flags).join(' ').trim()
  if (text === '') throw usageError('Nothing to look for: give words such as "cotton t-shirt", or digits.', 'words')
  const limit = flags.count('limit', { min: 1, max: 200 }) ?? 10
  const chapter = chapterOf(flags)
  const index = openHtsIndex()
  const { lines, count, replaced } = findLines(index, { text, limit, ...(chapter !== undefined && { chapter }) })
  const document = {
    query: plain(text),
    ...(chapter !== undefined && { chapter }),
    htsRevision: index.revision,
    count,
    results: lines.map(({ digits, units, ...line }) => ({
      htsCode: displayed(digits),
      heading: digits.slice(0, 4),
      units: unitsOf(units),
      ...line,
    })),
    replaced,
    notice,
  }
  await output.show({ data: document }, async (style) => {
    const { renderHtsSearch } = await import('../render/hts.ts')
    return renderHtsSearch(document, style)
  })
  return 0
}

/** `entrygo hts show`: what the pack knows of one number as of a day. Offline. */
export async function runShow({ flags, output }: CommandContext): Promise<ExitCode> {
  const given = argumentsOf(flags).join(' ')
  const digits = given.replaceAll(/[.\s]/g, '')
  if (!/^\d{2,10}$/.test(digits)) {
    throw inputError(`"${plain(given)}" is no tariff number: give two to ten digits, such as 6109.10.00.12.`, 'number')
  }
  const limit = flags.count('limit', { min: 1, max: 1000 }) ?? 40
  const { easternDate } = await import('@entrygo/server/rules')
  const { describeNumber } = await import('../hts/describe-number.ts')
  const asOf = lawDateOf(flags, () => easternDate(Date.now()))
  const found = describeNumber(openHtsIndex(), { digits, asOf, limit })
  if ('nearest' in found) throw unknownNumber(digits, found)
  await output.show({ data: found }, async (style) => {
    const { renderHtsNumber } = await import('../render/hts.ts')
    return renderHtsNumber(found, style)
  })
  return 0
}

function unknownNumber(
  digits: string,
  { nearest, message }: { nearest: string | null; message: string },
): CommandError {
  const next =
    nearest === null ? [] : [{ argv: ['entrygo', 'hts', 'show', nearest], reason: 'see what begins like it' }]
  return new CommandError('INPUT_ERROR', message, { field: 'number', data: { digits, nearest }, next })
}

function argumentsOf(flags: Flags): string[] {
  const words: string[] = []
  for (let word = flags.argument(0); word !== undefined; word = flags.argument(words.length)) words.push(word)
  return words
}

function chapterOf(flags: Flags): string | undefined {
  const chapter = flags.text('chapter')
  if (chapter === undefined) return undefined
  if (/^\d{1,2}$/.test(chapter) && Number(chapter) > 0) return chapter.padStart(2, '0')
  throw usageError(`--chapter is "${chapter}": give two digits from 01 to 99.`, '--chapter')
}

function unitsOf(text: string): string[] {
  return text === '' ? [] : text.split(' | ')
}
