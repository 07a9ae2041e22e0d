import * as nodeModule from 'node:module'
import type { DevRefusal, RunningDev } from '@entrygo/server/dev'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { expandPath } from '../paths.ts'
import { Interruption, type Terminal } from '../terminal.ts'

/** Runs the local server until a signal ends it. In JSON its one line is printed when the server answers. */
export async function run({ terminal, flags, output }: CommandContext): Promise<ExitCode> {
  const port = flags.count('port', { min: 0, max: 65_535 }) ?? 4010
  const dataDir = expandPath(terminal, terminal.cwd, flags.text('data') ?? '.entrygo/dev')
  const { startDev, exampleAsOf, isFaultFile } = await import('@entrygo/server/dev')
  const lists = flags.text('screeningLists')
  const screening = lists === undefined ? {} : { screeningLists: expandPath(terminal, terminal.cwd, lists) }
  const faults = flags.text('faults')
  const failing =
    faults === undefined ? {} : { faults: isFaultFile(faults) ? expandPath(terminal, terminal.cwd, faults) : faults }
  const server = await startDev({ port, dataDir, ...screening, ...failing }).catch((error: unknown) => {
    throw isRefusal(error) ? usageError(error.message, flagOf[error.setting]) : error
  })
  const { url, apiKey, accountId, warehouseId, brokerId, mailDir, warehouses, brokers, received } = server
  const shown = { url, apiKey, accountId, warehouseId, brokerId, mailDir, warehouses, brokers, received }
  if (output.isForPrograms) await output.showLine({ data: shown })
  else {
    const walks = walksOf(server, exampleAsOf)
    await output.show({ data: shown }, async (style) => {
      const { renderDev } = await import('../render/dev.ts')
      return renderDev({ ...shown, dataDir, alias: aliasOf(terminal), walks }, style)
    })
  }
  // A server that is killed writes no cache at its end, and the next start would compile everything again.
  nodeModule.flushCompileCache()
  const reason = await Promise.race([aborted(terminal.signal), server.broken])
  await server.stop()
  if (reason === undefined) throw new Error('The disk failed under a write. Mend the disk, then start again.')
  return reason instanceof Interruption && reason.signalName === 'SIGINT' ? 130 : 0
}

const flagOf = { port: '--port', dataDir: '--data', screeningLists: '--screening-lists', faults: '--faults' } as const

function isRefusal(error: unknown): error is DevRefusal {
  return error instanceof Error && error.name === 'DevRefusal' && 'setting' in error
}

/** How pnpm calls this command from any folder, where pnpm has started it: there is no `entrygo` in that shell. */
function aliasOf({ env }: Terminal): string | undefined {
  const { npm_lifecycle_event: script, PNPM_SCRIPT_SRC_DIR: folder, npm_config_user_agent: agent = '' } = env
  const [, version] = /^pnpm\/(\S+)/.exec(agent) ?? []
  if (script !== 'entrygo' || folder === undefined || version === undefined) return undefined
  return `npx -y pnpm@${version} --dir ${folder.replace(/[^\w@%+=:,./-]/g, '\\\\$&')} entrygo`
}

interface Walk {
  readonly title: string
  readonly commands: readonly { readonly argv: readonly string[]; readonly into?: string }[]
}

/** The loop over the example orders. */
function walksOf({ examples }: RunningDev, asOf: string): Walk[] {
  const planned = (orders: string, name: string): Walk['commands'] => [
    { argv: ['entrygo', 'sync', orders, '--json'], into: `synced${name}.json` },
    {
      argv: [
        ...['entrygo', 'plan', '--orders-from', `synced${name}.json`, '--shipment', examples.shipment],
        ...['--as-of', asOf, '--out', `plan${name}.json`],
      ],
    },
  ]
  const reason = 'No charges; confirmed by phone.'
  const approve = ['entrygo', 'approve', 'plan-review.json', '--reason', reason, '--actor-name', 'Export Desk']
  return [
    {
      title: 'A first export, which is READY:',
      commands: [
        ...planned(examples.ready, ''),
        { argv: ['entrygo', 'execute', 'plan.json'] },
        { argv: ['entrygo', 'inspect', 'plan.json', '--wait'] },
      ],
    },
    {
      title: 'One that somebody has to approve first:',
      commands: [
        ...planned(examples.review, '-review'),
        { argv: approve },
        { argv: ['entrygo', 'execute', 'plan-review.json', '--wait'] },
      ],
    },
  ]
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason)
    else signal.addEventListener('abort', () => resolve(signal.reason), { once: true })
  })
}
