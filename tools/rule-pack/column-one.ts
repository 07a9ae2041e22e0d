import type { Row } from './raw-files.ts'

/**
 * `hts,general,usmca` for every eight-digit line of chapters 1 to 97 of which one column 1 rate is a percentage: general
 * rate and rate under a USMCA claim (special program indicators S and S+), empty where it is no percentage. Lines whose
 * ten-digit numbers have different rates are left out.
 */
export function columnOneRows(lines: readonly Row[]): string[] {
  const byLine = new Map<string, Set<string>>()
  for (const row of lines) {
    const line = (row['hts'] ?? '').slice(0, 8)
    if (line.startsWith('98') || line.startsWith('99')) continue
    const general = percentOf(row['general'] ?? '')
    const rates = `${general},${usmcaRate(row['special'] ?? '', general)}`
    const known = byLine.get(line)
    if (known === undefined) byLine.set(line, new Set([rates]))
    else known.add(rates)
  }
  return [...byLine].flatMap(([line, all]) => {
    const [rates = ''] = all
    return all.size > 1 || rates === ',' ? [] : [`${line},${rates}`]
  })
}

/** "Free (A,AU,S,SG) 2% (S+)": the rate before the parenthesis that holds S or S+; the general rate where none does. */
function usmcaRate(special: string, general: string): string {
  if (general === '0') return '0'
  for (const [, rate = '', programs = ''] of special.matchAll(/([^()]*)\(([^()]*)\)/g)) {
    if (programs.split(',').some((program) => /^S\+?$/.test(program.trim()))) return percentOf(rate.trim())
  }
  return general
}

/** Some cells of the schedule end with a space. */
function percentOf(cell: string): string {
  const rate = cell.trim()
  if (rate === 'Free') return '0'
  return /^(\d+(?:\.\d{1,4})?)%$/.exec(rate)?.[1] ?? ''
}
