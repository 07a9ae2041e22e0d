import type { CommandContext } from '../command.ts'
import type { Check } from '../doctor/check.ts'
import { checkJournal, checkNode, checkRulePack, checkVersions } from '../doctor/check-machine.ts'
import { checkNetwork } from '../doctor/check-network.ts'
import { checkServer } from '../doctor/check-server.ts'
import { checkSettings } from '../doctor/check-settings.ts'
import type { NextCommand } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'

/**
 * `entrygo doctor`: looks at everything that a command needs, and changes nothing. Each failure is one that a command would
 * end with; the exit code is that of the first, and 0 when there is none. A broken configuration and a server that is away
 * are findings like others.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { terminal, flags, output } = context
  const timeoutMs = flags.durationMs('timeout') ?? 10_000
  const found = await checkSettings(context)
  output.progress(`asking ${found.baseUrl}`)
  const network = await checkNetwork({ baseUrl: found.baseUrl, terminal, timeoutMs })
  const isReached = network.every(({ status }) => status !== 'fail')
  const server = isReached ? await checkServer(context, { ...found, timeoutMs }) : { checks: [], health: null }
  terminal.signal.throwIfAborted()
  const checks: Check[] = [
    checkNode(),
    await checkVersions(server.health),
    ...found.checks,
    ...network,
    ...server.checks,
    await checkRulePack(server.health, new Date().toISOString().slice(0, 10)),
    await checkJournal(context),
  ]
  const exitCode = checks.find(({ status }) => status === 'fail')?.exitCode ?? 0
  const { settings } = found
  const next = nextOf(checks)
  await output.show({ data: { exitCode, checks, settings, health: server.health }, next }, async (style) => {
    const { renderDiagnosis } = await import('../render/doctor.ts')
    return renderDiagnosis({ exitCode, checks, settings }, { style, next })
  })
  return exitCode
}

function nextOf(checks: readonly Check[]): NextCommand[] {
  const isOpen = (name: string): boolean => checks.some(({ check, status }) => check === name && status !== 'ok')
  return [
    ...(isOpen('api-key')
      ? [{ argv: ['entrygo', 'login'], reason: 'keep a key for all projects', userActionRequired: true as const }]
      : []),
    ...(isOpen('journal') ? [{ argv: ['entrygo', 'pending'], reason: 'see what is unfinished' }] : []),
  ]
}
