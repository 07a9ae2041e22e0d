import type { TariffSchedule } from '../../../packages/server/src/domain/customs/tariff-schedule.ts'

/** Lines that tell how the tariff lines differ: which came, which went, and whose units are others. */
export function tariffChanges(before: TariffSchedule, after: TariffSchedule): string[] {
  const [old, next] = [unitsByLine(before), unitsByLine(after)]
  const added = [...next.keys()].filter((line) => !old.has(line))
  const removed = [...old.keys()].filter((line) => !next.has(line))
  const changed = [...next].flatMap(([line, units]) => {
    const former = old.get(line)
    return former === undefined || former === units ? [] : [`${line} (${former || 'none'} → ${units || 'none'})`]
  })
  return [
    ...(before.revision === after.revision ? [] : [`- revision ${before.revision} → ${after.revision}`]),
    ...counted('lines added', added),
    ...counted('lines removed', removed),
    ...counted('units changed', changed),
  ]
}

function unitsByLine({ codes, lengths, unitIndexes, unitSets }: TariffSchedule): Map<string, string> {
  const lines = new Map<string, string>()
  for (const [index, code] of codes.entries()) {
    const line = String(code)
      .padStart(10, '0')
      .slice(0, lengths[index] ?? 10)
    lines.set(line, (unitSets[unitIndexes[index] ?? 0] ?? []).join(' and '))
  }
  return lines
}

function counted(what: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  return [`- ${lines.length} ${what}: ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`]
}
