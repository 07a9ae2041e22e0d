import { expect, it } from 'vitest'
import { readSettings, settingNames } from './settings.ts'

it('an empty environment gives a server on loopback with the documented limits', () => {
  expect(readSettings({})).toEqual({
    host: '127.0.0.1',
    port: 8080,
    dataDir: 'entrygo-data',
    smtp: { host: '127.0.0.1', port: 587, from: 'exports@entrygo.example', security: 'starttls' },
    rate: { key: { requests: 100, windowSeconds: 10 }, address: { requests: 100, windowSeconds: 10 } },
    budget: { limit: 60, windowMs: 60_000 },
    logLevel: 'info',
    logsRequests: true,
  })
})

it('every setting is read from its variable', () => {
  const env = {
    HOST: '::1',
    PORT: '0',
    DATA_DIR: '/data',
    RULE_PACK: '/packs/us-2026.11',
    SCREENING_LISTS: '/lists',
    COLUMN_MAPS: '/maps',
    SMTP_HOST: 'mail.example',
    SMTP_PORT: '465',
    SMTP_SECURITY: 'tls',
  }
  const more = {
    SMTP_FROM: 'a@b.example',
    SMTP_USER: 'u',
    SMTP_PASSWORD: 'p',
    RATE: '5',
    RATE_SECONDS: '1',
    LOG_LEVEL: 'warn',
  }
  const rest = { ADDRESS_RATE: '6', ADDRESS_RATE_SECONDS: '2', SUBMISSIONS_PER_MINUTE: '7', LOG_REQUESTS: 'false' }
  const given = Object.entries({ ...env, ...more, ...rest }).map(([name, value]) => [`ENTRYGO_SERVER_${name}`, value])
  expect(readSettings(Object.fromEntries(given))).toEqual({
    host: '::1',
    port: 0,
    dataDir: '/data',
    rulePack: '/packs/us-2026.11',
    screeningLists: '/lists',
    columnMaps: '/maps',
    smtp: { host: 'mail.example', port: 465, from: 'a@b.example', security: 'tls', user: 'u', password: 'p' },
    rate: { key: { requests: 5, windowSeconds: 1 }, address: { requests: 6, windowSeconds: 2 } },
    budget: { limit: 7, windowMs: 60_000 },
    logLevel: 'warn',
    logsRequests: false,
  })
  const named = settingNames.flatMap(([names]) => names.split(', '))
  expect(named.sort()).toEqual(Object.keys({ ...env, ...more, ...rest }).sort())
})

it.each([
  ['PORT', '70000', 'ENTRYGO_SERVER_PORT is "70000". Set a whole number from 0 to 65535.'],
  ['PORT', '80x', 'ENTRYGO_SERVER_PORT is "80x". Set a whole number from 0 to 65535.'],
  ['HOST', 'a b', 'ENTRYGO_SERVER_HOST is "a b". Set an IP address or a host name.'],
  ['LOG_LEVEL', 'loud', 'ENTRYGO_SERVER_LOG_LEVEL is "loud". Set one of debug, info, warn, error, silent.'],
])('%s=%s is refused', (name, value, message) => {
  expect(() => readSettings({ [`ENTRYGO_SERVER_${name}`]: value })).toThrow(message)
})
