import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** A received message as a file: on the disk with its name when this resolves, and never half-written under that name. */
export async function keepFile(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  const partial = join(folder, `.${name}.part`)
  const file = await open(partial, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(partial, join(folder, name))
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** `<time>-<id>`, so that a folder lists messages in the order of their arrival. */
export function messageName(id: string): string {
  const time = new Date().toISOString().replaceAll(':', '-')
  return `${time}-${id.replaceAll(/[^A-Za-z0-9@._-]/g, '_').slice(0, 120)}`
}
