import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CommandContext } from '../command.ts'
import { CommandError, usageError } from '../errors.ts'
import { resolvePath } from '../paths.ts'

/** What `init` writes, as paths. */
export interface InitFiles {
  readonly config: string
  readonly orders: string
  readonly shipment: string
  readonly plan: string
  /** As they are called in the working folder. */
  readonly names: typeof fileNames
}

const fileNames = { orders: 'orders.sample.json', shipment: 'shipment.sample.json', plan: 'plan.sample.json' } as const

export function initFiles({ terminal: { cwd }, flags }: CommandContext): InitFiles {
  return {
    config: resolvePath(cwd, flags.text('config') ?? 'entrygo.config.json'),
    orders: resolvePath(cwd, fileNames.orders),
    shipment: resolvePath(cwd, fileNames.shipment),
    plan: resolvePath(cwd, fileNames.plan),
    names: fileNames,
  }
}

/** Throws before anything is asked or sent when a file is in the way, or could not be written. */
export async function requireFree(
  { config, orders, shipment, plan }: InitFiles,
  { isForced, isPlanned }: { readonly isForced: boolean; readonly isPlanned: boolean },
): Promise<void> {
  const paths = isPlanned ? [config, orders, shipment, plan] : [config]
  for (const path of paths) {
    await access(dirname(path), constants.W_OK).catch(() => {
      const message = `${dirname(path)} cannot be written to: run init in a folder that you may write to.`
      throw new CommandError('OUTPUT_ERROR', message, { field: '--config' })
    })
    if (isForced || (await stat(path).catch(() => undefined)) === undefined) continue
    const remedy =
      path === config
        ? 'change it with entrygo config set, or replace it with --force'
        : 'move it away, or replace it with --force'
    throw usageError(`${path} exists: ${remedy}.`, '--force')
  }
}
