import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type ArmedFaults, armFaults } from './armed-faults.ts'

interface Line {
  readonly level: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly message: string
}

function armed(given: string): { faults: ArmedFaults; lines: Line[] } {
  const lines: Line[] = []
  const at =
    (level: string) =>
    (facts: Line['facts'], message: string): void => {
      lines.push({ level, facts, message })
    }
  const faults = armFaults(given, { info: at('info'), warn: at('warn'), error: at('error') })
  return { faults, lines }
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-faults-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'faults.txt')
}

it('counts are used up in the order in which they are written, each at its own place', () => {
  const { faults, lines } = armed('smtp:451*2,webhook:410*1,smtp:550*1,lost-reply:executeExport*1')
  faults.begin()
  const mail = [1, 2, 3, 4].map(() => faults.strikeReceiver('smtp'))
  expect(mail).toEqual([
    { fault: 'status', status: 451 },
    { fault: 'status', status: 451 },
    { fault: 'status', status: 550 },
    null,
  ])
  expect(faults.strikeReceiver('warehouse-webhook')).toBeNull()
  expect([faults.strikeReceiver('webhook'), faults.strikeReceiver('webhook')]).toEqual([
    { fault: 'status', status: 410 },
    null,
  ])
  expect(faults.strikeAnswer('planExport')).toBeNull()
  expect([faults.strikeAnswer('executeExport'), faults.strikeAnswer('executeExport')]).toEqual(['lost-reply', null])
  expect(lines[0]).toEqual({ level: 'warn', facts: { fault: 'smtp:451*2', left: 1 }, message: 'fault strikes' })
})

it('a fault without a count strikes for ever', () => {
  const { faults } = armed('borderbuddy:500')
  faults.begin()
  for (let time = 0; time < 100; time += 1) {
    expect(faults.strikeReceiver('borderbuddy')).toEqual({ fault: 'status', status: 500 })
  }
})

it('nothing strikes before the beginning', () => {
  const { faults } = armed('smtp:451,lost-reply:syncOrders,clock:+2h,disk-full:on')
  expect([faults.strikeReceiver('smtp'), faults.strikeAnswer('syncOrders')]).toEqual([null, null])
  expect([faults.clockOffsetMs(), faults.isDiskFull()]).toEqual([0, false])
  faults.begin()
  expect([faults.clockOffsetMs(), faults.isDiskFull()]).toEqual([7_200_000, true])
})

it('a file arms what it says now, and again from the first count when it changes', () => {
  const file = newFile()
  const { faults } = armed(file)
  faults.begin()
  expect(faults.strikeReceiver('smtp')).toBeNull()
  writeFileSync(file, 'smtp:451*1\ndisk-full:on\n')
  expect([faults.strikeReceiver('smtp'), faults.strikeReceiver('smtp')]).toEqual([
    { fault: 'status', status: 451 },
    null,
  ])
  expect(faults.isDiskFull()).toBe(true)
  writeFileSync(file, 'smtp:451*1\n')
  expect(faults.strikeReceiver('smtp')).toEqual({ fault: 'status', status: 451 })
  rmSync(file)
  expect([faults.strikeReceiver('smtp'), faults.isDiskFull()]).toEqual([null, false])
})

it('a file that turns unreadable is said so and changes nothing', () => {
  const file = newFile()
  writeFileSync(file, 'disk-full:on')
  const { faults, lines } = armed(file)
  faults.begin()
  writeFileSync(file, 'disk-full')
  expect([faults.isDiskFull(), faults.isDiskFull()]).toEqual([true, true])
  expect(lines.map(({ level, message }) => [level, message])).toEqual([
    ['error', 'the faults cannot be read; those armed before stay'],
  ])
})

it('a file that is unreadable at the start is refused', () => {
  const file = newFile()
  writeFileSync(file, 'disk-full')
  expect(() => armed(file)).toThrow('"disk-full" is no fault.')
})
