import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type CommandError, usageError } from '../errors.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import type { SettingName } from './setting-names.ts'

interface Settable {
  readonly name: SettingName
  readonly value: string
  /** The file that it is written into. */
  readonly path: string
}

/** Throws a usage error for a value that every later command would fail with, before it is written. */
export async function requireSettable(terminal: Terminal, { name, value, path }: Settable): Promise<void> {
  if (name === 'baseUrl') return requireAddress(value)
  if (name === 'policyFile' || name === 'apiKeyFile') return requireFile(terminal, { name, value, path })
  if (!/^[A-Za-z0-9_-]{3,64}$/.test(value)) {
    throw wrong(`${name} is "${value}": an id has 3 to 64 letters, digits, _ and -, such as ${prefixes[name]}….`)
  }
  const other = otherPrefixes.find((prefix) => value.startsWith(prefix) && prefix !== prefixes[name])
  if (other !== undefined)
    throw wrong(`${name} is "${value}": give an id ${prefixes[name]}…, this one is an ${other}….`)
}

const prefixes = { accountId: 'acc_', warehouseId: 'wh_', brokerId: 'br_', productId: 'prod_' } as const

const otherPrefixes = [...Object.values(prefixes), 'ord_', 'batch_', 'cp_', 'whk_']

/** As the client reads it. */
function requireAddress(value: string): void {
  const url = URL.parse(value)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw wrong(`baseUrl is no absolute http or https address: give one such as https://api.entrygo.example.`)
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw wrong(
      'baseUrl has a user, password, query or fragment: give the address alone; the key has a file of its own.',
    )
  }
}

/** Relative paths are meant as seen from the file that they stand in, which is not always the working folder. */
async function requireFile(terminal: Terminal, { name, value, path }: Settable): Promise<void> {
  if (/^eg_(?:test|live)_/.test(value)) throw wrong(`${name} is a key: write it into a file, mode 0600, and name that.`)
  const meant = expandPath(terminal, dirname(path), value)
  const found = await stat(meant).catch(() => undefined)
  if (found?.isFile() === true) return
  throw wrong(`${name} would mean ${meant}, and there is no such file: paths are seen from the folder of ${path}.`)
}

function wrong(message: string): CommandError {
  return usageError(message, 'value')
}
