import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedRulePackFolder } from '../rule-pack-files.ts'
import { settingsOf } from './settings-of.ts'

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
let folder = ''
let pack = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-start-'))
  pack = join(folder, 'pack')
  cpSync(shippedRulePackFolder, pack, { recursive: true })
  change('rules/entry.json', (text) => text.replace('"tariffNumberIs"', '"numberIs"'))
  change('lists/section-201.csv', (text) => text.replace('2026-08-15', '2026-08-35'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function change(file: string, edit: (text: string) => string): void {
  const path = join(pack, file)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
}

function start(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const dataDir = join(folder, 'data')
  const flags = ['--conditions=entrygo-src', bin, 'start', '--port', '0', '--data-dir', dataDir, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, flags, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const refusal = [
  'The rule pack cannot be used.',
  'lists/section-201.csv:2, 41: effective_from must be a date YYYY-MM-DD, but is 2026-08-35',
  'rules/entry.json:2, ENT-01: scope product has no predicate numberIs',
].join('\n')

describe('a server with a pack that cannot be used', () => {
  it('names every file, line and rule, and does not start', () => {
    expect(start('--rule-pack', pack)).toEqual({ status: 2, stdout: '', stderr: `${refusal}\n` })
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })

  it('says the same as JSON', () => {
    const { status, stdout } = start('--rule-pack', pack, '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toEqual({ error: { message: refusal, exitCode: 2 } })
  })

  it('refuses a folder that holds something else', () => {
    expect(start('--rule-pack', folder)).toEqual({
      status: 2,
      stdout: '',
      stderr: `The rule pack cannot be used.\n${folder}: has no pack.json\n`,
    })
  })

  it('names a folder that is none', () => {
    const { status, stderr } = start('--rule-pack', join(folder, 'nowhere'))
    expect(status).toBe(2)
    expect(stderr).toMatch(/^The rule pack cannot be used\.\n.*nowhere: cannot be read: ENOENT[^\n]*\n$/)
  })
})

describe('plain http to this machine', () => {
  it('is allowed by its flag', () => {
    expect(settingsOf({ allowLoopbackHttp: true }, {}).allowsLoopbackHttp).toBe(true)
  })

  it('is not allowed without it, whatever the environment says', () => {
    const env = { ENTRYGO_SERVER_ALLOW_LOOPBACK_HTTP: 'true', ENTRYGO_SERVER_ALLOWS_LOOPBACK_HTTP: 'true' }
    expect(settingsOf({}, env).allowsLoopbackHttp).toBe(false)
  })
})
