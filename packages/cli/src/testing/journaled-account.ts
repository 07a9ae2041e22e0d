import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CliResult, type CliWorld, runCli } from './run-cli.ts'
import { type ScriptedAccount, startScriptedAccount } from './scripted-account.ts'

/** A scripted account whose command lines share one journal. */
export interface JournaledAccount extends Pick<ScriptedAccount, 'server' | 'folder' | 'answers' | 'writes' | 'keys'> {
  /** `XDG_STATE_HOME` of every command line. */
  readonly state: string
  cli(argv: readonly string[], world?: CliWorld): Promise<CliResult>
  /** The exit code and the members of the document that the command line prints with `--json`. */
  json(argv: readonly string[], world?: CliWorld): Promise<ReturnType<typeof JSON.parse>>
  stop(): Promise<void>
}

export async function startJournaledAccount(): Promise<JournaledAccount> {
  const account = await startScriptedAccount()
  const state = await mkdtemp(join(tmpdir(), 'entrygo-journaled-'))
  const env = {
    XDG_STATE_HOME: state,
    ENTRYGO_BASE_URL: account.server.url,
    ENTRYGO_API_KEY: 'eg_test_canary',
    ENTRYGO_ACCOUNT_ID: 'acc_1',
    ENTRYGO_WAREHOUSE_ID: 'wh_1',
    ENTRYGO_BROKER_ID: 'br_1',
  }
  const cli = (argv: readonly string[], world: CliWorld = {}): Promise<CliResult> =>
    runCli(argv, { cwd: account.folder, ...world, env: { ...env, ...world.env } })
  return {
    ...account,
    state,
    cli,
    json: async (argv, world) => {
      const { exitCode, stdout } = await cli([...argv, '--json'], world)
      return { exitCode, ...JSON.parse(stdout) }
    },
    stop: async () => {
      await account.server.stop()
      await rm(account.folder, { recursive: true })
      await rm(state, { recursive: true })
    },
  }
}
