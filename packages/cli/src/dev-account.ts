import { readFile } from 'node:fs/promises'
import { CommandError } from './errors.ts'
import { isRecord } from './input/record.ts'

/** Who uses the server that `entrygo dev` runs on this folder. Throws a configuration error where it never ran. */
export async function readDevAccount(folder: string): Promise<{ readonly apiKey: string; readonly accountId: string }> {
  const text = await readFile(`${folder}/dev.json`, 'utf8').catch(() => null)
  const value: unknown = text === null ? null : parsed(text)
  if (isRecord(value)) {
    const { apiKey, accountId } = value
    if (typeof apiKey === 'string' && typeof accountId === 'string') return { apiKey, accountId }
  }
  const message = `${folder} is no folder of \`entrygo dev\`: run \`entrygo dev\` there first, or name its folder with --data.`
  throw new CommandError('CONFIG_ERROR', message, { field: '--local' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
