import { inputError } from '../errors.ts'
import { isRecord } from './record.ts'
import { listIn, readValue } from './records.ts'
import { readAll, type Source } from './source.ts'

/** Order ids from a list of ids, from the answer of a sync (`data[].id`), or one a line. */
export async function readOrderIds(source: Source): Promise<readonly string[]> {
  const text = await readAll(source)
  const value = /^\s*[[{]/.test(text)
    ? await readValue({ ...source, chunks: again(text) })
    : text.split(/\s+/).filter(Boolean)
  const ids = listIn(value).map((item) => (isRecord(item) ? item['id'] : item))
  if (ids.length === 0) throw inputError(`${source.name} holds no order ids (ord_…).`, 'orderIds')
  const wrong = ids.findIndex((id) => typeof id !== 'string' || !id.startsWith('ord_'))
  if (wrong >= 0) {
    const message = `${source.name} item ${wrong + 1} has no order id (ord_…): give ids, or the answer of entrygo sync.`
    throw inputError(message, 'orderIds')
  }
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

async function* again(text: string): AsyncGenerator<string> {
  yield text
}
