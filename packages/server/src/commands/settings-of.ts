import { readSettings, type Settings } from '../settings.ts'

export interface StartOptions {
  readonly host?: string
  readonly port?: string
  readonly dataDir?: string
  readonly rulePack?: string
  readonly screeningLists?: string
  readonly allowLoopbackHttp?: boolean
  readonly quarantine?: boolean
  readonly json?: boolean
}

/** Flags win over the environment. Plain http to loopback and quarantine are set by their flags alone, so that nobody inherits them. */
export function settingsOf(
  {
    host,
    port,
    dataDir,
    rulePack,
    screeningLists,
    allowLoopbackHttp = false,
    quarantine = false,
  }: Omit<StartOptions, 'json'>,
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings = readSettings({
    ...env,
    ...(host === undefined ? {} : { ENTRYGO_SERVER_HOST: host }),
    ...(port === undefined ? {} : { ENTRYGO_SERVER_PORT: port }),
    ...(dataDir === undefined ? {} : { ENTRYGO_SERVER_DATA_DIR: dataDir }),
    ...(rulePack === undefined ? {} : { ENTRYGO_SERVER_RULE_PACK: rulePack }),
    ...(screeningLists === undefined ? {} : { ENTRYGO_SERVER_SCREENING_LISTS: screeningLists }),
  })
  return { ...settings, allowsLoopbackHttp: allowLoopbackHttp, beginsInQuarantine: quarantine }
}
