/** The rules that a complete pack holds, by group; each may be several records. */
export const ruleIds: readonly string[] = [
  ...numbered('INV', 16),
  ...numbered('ENT', 13),
  ...numbered('ORG', 7),
  ...numbered('M232', 16),
  ...numbered('A232', 3),
  ...numbered('T232', 2),
  ...numbered('W232', 4),
  ...['C232', 'P232', 'U232', 'Y232'].flatMap((group) => numbered(group, 1)),
  ...numbered('X338', 2),
  ...numbered('X301', 3),
  ...['X201', 'X122', 'XEEP', 'ADC'].flatMap((group) => numbered(group, 1)),
  ...['FOOD', 'COS', 'DRUG', 'DEV', 'RAD', 'FCS'].map((name) => `PGA-FDA-${name}`),
  ...['TSCA', 'WOOD', 'PEST', 'VNE', 'ODS/HFC'].map((name) => `PGA-EPA-${name}`),
  ...['FSIS', 'APHIS', 'LACEY', 'NHTSA', 'CPSC', 'FCC', 'TTB', 'ATF', 'DEA', 'FWS'].map((name) => `PGA-${name}`),
  ...['NMFS', 'OMC', 'AMS', 'DDTC/OFAC'].map((name) => `PGA-${name}`),
  ...numbered('PTY', 1),
  ...numbered('TRN', 4),
  ...numbered('DATA', 1),
]

function numbered(group: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`)
}
