import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { shippedRulePackFolder } from '../../../packages/server/src/rule-pack-files.ts'

/** The chapter of all goods of the lane: printed books. */
const chapter = '49'
const codeColumns = ['hts', 'hts_prefix']
/** Read for their hashes alone, or on request. */
const unread = ['SOURCES.md', 'hts/descriptions.csv.gz', 'hts/index.txt.gz', 'hts/rates.csv.gz']

/**
 * Copies the shipped rule pack with the tariff and the lists cut down to the goods of the lane: most of what a start reads
 * is about other goods. All rules stay.
 */
export async function copyLeanRulePack(folder: string): Promise<void> {
  await cp(shippedRulePackFolder, folder, { recursive: true })
  for (const file of unread) await rm(join(folder, file))
  for (const part of ['hts', 'lists'])
    for (const name of await readdir(join(folder, part))) await cutDown(join(folder, part, name))
}

/** Of every list one row stays whatever it is about: rules name the lists. */
async function cutDown(file: string): Promise<void> {
  const isPacked = file.endsWith('.gz')
  const bytes = await readFile(file)
  const [header = '', ...rows] = (isPacked ? gunzipSync(bytes) : bytes).toString().trimEnd().split('\n')
  const names = header.split(',')
  const [listAt, codeAt] = [names.indexOf('list'), names.findIndex((name) => codeColumns.includes(name))]
  const seen = new Set<string>()
  const kept = rows.filter((row) => {
    const cells = row.split(',')
    const list = cells[listAt] ?? ''
    const isFirst = !seen.has(list)
    seen.add(list)
    return isFirst || (cells[codeAt] ?? '').startsWith(chapter)
  })
  const text = `${[header, ...kept].join('\n')}\n`
  await writeFile(file, isPacked ? gzipSync(text) : text)
}
