import { writeFile } from 'node:fs/promises'
import { codeOf } from '../atomic-file.ts'
import type { CommandContext } from '../command.ts'
import { CommandError, type NextCommand } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { type FirstConnection, firstConnection } from '../init/first-connection.ts'
import { type FirstPlan, firstPlan } from '../init/first-plan.ts'
import { type FirstRecords, firstRecords } from '../init/first-records.ts'
import { type InitFiles, initFiles, requireFree } from '../init/init-files.ts'
import { nextAfterPlan } from '../next-command.ts'
import { openPlanPlace } from '../plan-file/save-plan.ts'
import { writeKeyFile } from '../settings/config-write.ts'

/**
 * `entrygo init`: from nothing to a first plan. Asks for what is missing at a terminal; elsewhere names every flag that is
 * missing. Writes the configuration, a sample order with its shipment, and the file of its plan, all at the end, and never
 * over a file that is there. The key goes into a file of its own (0600), never into the project. Executes nothing.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const isPlanned = !flags.isSet('noPlan')
  const files = initFiles(context)
  await requireFree(files, { isForced: flags.isSet('force'), isPlanned })
  const connection = await firstConnection(context)
  const { health, keyFile } = connection
  if (!isPlanned) {
    const config = await writeConfig(context, { files, connection })
    const data = { path: files.config, config, apiKeyFile: keyFile?.path ?? null, health, first: null }
    return show(context, data, [{ argv: ['entrygo', 'config', 'explain'], reason: 'see what commands will use' }])
  }
  const records = await firstRecords(context, connection)
  output.progress('planning a sample order')
  const first = await firstPlan(context, { ...connection, records })
  const config = await writeConfig(context, { files, connection, records })
  await writeFiles(files, { connection, first })
  const { snapshot: _, ...plan } = first.plan
  const data = {
    ...{ path: files.config, config, apiKeyFile: keyFile?.path ?? null, health },
    first: {
      ...{ orders: files.orders, shipment: files.shipment, planFile: files.plan },
      made: records.made,
      asOf: first.asOf,
      plan,
    },
  }
  return show(context, data, nextOf(files, first))
}

type ShownInit = Parameters<typeof import('../render/init.ts').renderInit>[0]

async function show({ output }: CommandContext, data: ShownInit, next: readonly NextCommand[]): Promise<ExitCode> {
  await output.show({ data, next }, async (style) => {
    const { renderInit } = await import('../render/init.ts')
    return renderInit(data, { style, next })
  })
  return 0
}

/** A look at the plan, and its own next step; both name it by its file. */
function nextOf({ names }: InitFiles, { plan }: FirstPlan): readonly NextCommand[] {
  const hashFlags = ['--batch-id', plan.exportId, '--plan-hash', plan.planHash]
  const on = nextAfterPlan(plan).map((next) => ({
    ...next,
    argv: [...next.argv.slice(0, 2), names.plan, ...next.argv.slice(2).filter((word) => !hashFlags.includes(word))],
  }))
  return [{ argv: ['entrygo', 'plan', 'show', names.plan], reason: 'see the plan again, offline' }, ...on]
}

interface Written {
  readonly files: InitFiles
  readonly connection: FirstConnection
  readonly records?: FirstRecords
}

async function writeConfig(
  context: CommandContext,
  { files, connection, records }: Written,
): Promise<Readonly<Record<string, string>>> {
  const { baseUrl, accountId, apiKey, keyFile } = connection
  const settings = await context.settings()
  const warehouseId = records?.warehouseId ?? settings.given('warehouseId')?.value
  const brokerId = records?.brokerId ?? settings.given('brokerId')?.value
  if (keyFile?.isNew === true) await writeKeyFile(keyFile.path, apiKey)
  const config = {
    ...{ baseUrl, accountId },
    ...(warehouseId !== undefined && { warehouseId }),
    ...(brokerId !== undefined && { brokerId }),
    ...(keyFile !== undefined && { apiKeyFile: keyFile.written }),
  }
  await write(files.config, config)
  return config
}

async function writeFiles(
  files: InitFiles,
  { connection: { accountId }, first }: { readonly connection: FirstConnection; readonly first: FirstPlan },
): Promise<void> {
  await write(files.orders, [first.order])
  await write(files.shipment, first.shipment)
  const place = await openPlanPlace(files.plan)
  await place.save(first.plan, { accountId })
}

async function write(path: string, value: object): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, undefined, 2)}\n`).catch((error: unknown) => {
    const message = `${path} cannot be written (${codeOf(error)}): run init in a folder that you may write to.`
    throw new CommandError('OUTPUT_ERROR', message, { cause: error })
  })
}
