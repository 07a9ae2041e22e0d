import { isIP } from 'node:net'
import { type LogLevel, logLevels } from './edge/log.ts'
import type { RateSettings } from './http/rate-limit.ts'

/** Everything that can be set about a server. */
export interface Settings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Folder of the database; created when it is missing. */
  readonly dataDir: string
  /** Folder of the rule pack; the shipped one when absent. */
  readonly rulePack?: string
  /** Folder of screening lists; no party is compared when absent. */
  readonly screeningLists?: string
  /** Folder of column maps besides the shipped ones. */
  readonly columnMaps?: string
  readonly smtp: SmtpSettings
  /** Messages may also go to this machine itself by plain http: for development and tests; no variable sets it. */
  readonly allowsLoopbackHttp?: boolean
  /** The database was put there by hand: nothing is sent or executed until an operator ends that; no variable sets it. */
  readonly beginsInQuarantine?: boolean
  readonly rate: { readonly key: RateSettings; readonly address: RateSettings }
  /** Submissions that one account may start for one broker. */
  readonly budget: { readonly limit: number; readonly windowMs: number }
  /** Rows after which a group of changes is committed; 1 commits each request by itself, for comparison. */
  readonly rowsInGroup?: number
  readonly logLevel: LogLevel
  /** False leaves the log without a line for each request. */
  readonly logsRequests: boolean
}

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  readonly from: string
  /** `starttls` and `tls` refuse a server that offers no encryption; `none` is for loopback. */
  readonly security: 'starttls' | 'tls' | 'none'
  readonly user?: string
  readonly password?: string
}

/** A setting that cannot be read: names the variable, the value and what is expected. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

type Environment = Readonly<Record<string, string | undefined>>

/** Settings from `ENTRYGO_SERVER_*` variables, with defaults for all that is absent. Throws {@link SettingsError}. */
export function readSettings(env: Environment): Settings {
  const text = (name: string, fallback: string): string => env[`${prefix}${name}`]?.trim() || fallback
  const count = (name: string, fallback: number, range: Range): number => readCount(env, { name, fallback, range })
  const user = env[`${prefix}SMTP_USER`]
  const password = env[`${prefix}SMTP_PASSWORD`]
  const rulePack = env[`${prefix}RULE_PACK`]?.trim() || undefined
  const columnMaps = env[`${prefix}COLUMN_MAPS`]?.trim() || undefined
  const screeningLists = env[`${prefix}SCREENING_LISTS`]?.trim() || undefined
  return {
    host: readHost(text('HOST', '127.0.0.1')),
    port: count('PORT', 8080, { min: 0, max: 65_535 }),
    dataDir: text('DATA_DIR', 'entrygo-data'),
    ...(rulePack === undefined ? {} : { rulePack }),
    ...(screeningLists === undefined ? {} : { screeningLists }),
    ...(columnMaps === undefined ? {} : { columnMaps }),
    smtp: {
      host: text('SMTP_HOST', '127.0.0.1'),
      port: count('SMTP_PORT', 587, { min: 1, max: 65_535 }),
      from: text('SMTP_FROM', 'exports@entrygo.example'),
      security: oneOf('SMTP_SECURITY', text('SMTP_SECURITY', 'starttls'), ['starttls', 'tls', 'none']),
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
    },
    rate: {
      key: rateOf(count, 'RATE', 100),
      address: rateOf(count, 'ADDRESS_RATE', 100),
    },
    budget: { limit: count('SUBMISSIONS_PER_MINUTE', 60, { min: 1, max: 100_000 }), windowMs: 60_000 },
    logLevel: oneOf('LOG_LEVEL', text('LOG_LEVEL', 'info'), logLevels),
    logsRequests: oneOf('LOG_REQUESTS', text('LOG_REQUESTS', 'true'), ['true', 'false']) === 'true',
  }
}

/** The variables, for `--help`. */
export const settingNames: readonly (readonly [name: string, meaning: string])[] = [
  ['HOST', 'address to listen on (127.0.0.1)'],
  ['PORT', 'port, 0 for any (8080)'],
  ['DATA_DIR', 'folder of the database (entrygo-data)'],
  ['RULE_PACK', 'folder of a rule pack (the shipped one)'],
  ['SCREENING_LISTS', 'folder of lists of restricted parties (none)'],
  ['COLUMN_MAPS', 'folder of column maps besides the shipped ones (none)'],
  ['SMTP_HOST', 'mail server (127.0.0.1)'],
  ['SMTP_PORT', 'its port (587)'],
  ['SMTP_SECURITY', 'starttls, tls or none (starttls)'],
  ['SMTP_FROM', 'sender of broker mails'],
  ['SMTP_USER, SMTP_PASSWORD', 'log-in at the mail server, if it wants one'],
  ['RATE, RATE_SECONDS', 'requests in a window for each key (100 in 10)'],
  ['ADDRESS_RATE, ADDRESS_RATE_SECONDS', 'the same for each address without a key (100 in 10)'],
  ['SUBMISSIONS_PER_MINUTE', 'submissions of an account to one broker (60)'],
  ['LOG_LEVEL', `${'debug, info, warn, error or silent'} (info)`],
  ['LOG_REQUESTS', 'true or false: one log line a request (true)'],
]

const prefix = 'ENTRYGO_SERVER_'

interface Range {
  readonly min: number
  readonly max: number
}

type Count = (name: string, fallback: number, range: Range) => number

function rateOf(count: Count, name: string, requests: number): RateSettings {
  return {
    requests: count(name, requests, { min: 1, max: 1_000_000_000 }),
    windowSeconds: count(`${name}_SECONDS`, 10, { min: 1, max: 3_600 }),
  }
}

function readCount(
  env: Environment,
  { name, fallback, range: { min, max } }: { name: string; fallback: number; range: Range },
): number {
  const text = env[prefix + name]?.trim()
  if (text === undefined || text === '') return fallback
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new SettingsError(`${prefix}${name} is "${text}". Set a whole number from ${min} to ${max}.`)
}

function readHost(host: string): string {
  if (isIP(host) !== 0 || /^[A-Za-z0-9.-]{1,253}$/.test(host)) return host
  throw new SettingsError(`${prefix}HOST is "${host}". Set an IP address or a host name.`)
}

function oneOf<Name extends string>(name: string, value: string, allowed: readonly Name[]): Name {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw new SettingsError(`${prefix}${name} is "${value}". Set one of ${allowed.join(', ')}.`)
}
