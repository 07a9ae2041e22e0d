import { describe, expect, it } from 'vitest'
import type { RulePackProblem } from '../rules/rule-pack-error.ts'
import { matchLists } from './code-lists.ts'
import { codeListColumns, readCodeLists } from './read-code-lists.ts'

const rows = [
  '37(b),44071100,,,2025-10-14,,2026-11-21,H,U.S. note 37(b)',
  '37(b),4407110042,,,2025-10-14,2027-01-01,2026-11-21,H,U.S. note 37(b)',
  'ad-cvd,44071100,CA MX,A-122-857 C-122-858,,,2026-11-21,M,19 USC 1671',
]

function read(...lines: readonly string[]): { lists: ReturnType<typeof readCodeLists>; problems: RulePackProblem[] } {
  const problems: RulePackProblem[] = []
  const lists = readCodeLists(new Map([['lists/wood.csv', [codeListColumns, ...lines].join('\n')]]), problems)
  return { lists, problems }
}

describe('a file of lists', () => {
  it('is read row by row', () => {
    const { lists, problems } = read(...rows)
    expect(problems).toEqual([])
    expect([...lists.names]).toEqual(['37(b)', 'ad-cvd'])
    expect(matchLists(lists, '4407110042', '2026-11-21')).toEqual([
      {
        list: '37(b)',
        prefix: '4407110042',
        origins: [],
        value: '',
        effectiveFrom: '2025-10-14',
        effectiveTo: '2027-01-01',
        recordedAt: '2026-11-21',
        confidence: 'H',
        citation: 'U.S. note 37(b)',
      },
      {
        list: 'ad-cvd',
        prefix: '44071100',
        origins: ['CA', 'MX'],
        value: 'A-122-857 C-122-858',
        effectiveFrom: null,
        effectiveTo: null,
        recordedAt: '2026-11-21',
        confidence: 'M',
        citation: '19 USC 1671',
      },
    ])
  })

  it('matches the shorter prefix once the longer one has ended, and nothing before it began', () => {
    const { lists } = read(...rows)
    const prefixes = (date: string): string[] => matchLists(lists, '4407110042', date).map(({ prefix }) => prefix)
    expect(prefixes('2027-01-01')).toEqual(['44071100', '44071100'])
    expect(prefixes('2025-10-13')).toEqual(['44071100'])
  })

  it('lets a row recorded later replace those of its list and prefix on all dates', () => {
    const { lists } = read(...rows, '37(b),4407110042,,corrected,2026-01-01,,2026-12-05,H,U.S. note 37(b)')
    const found = (date: string): string[] =>
      matchLists(lists, '4407110042', date).map(({ list, prefix, value }) => `${list} ${prefix} ${value}`)
    expect(found('2026-11-21')).toEqual(['37(b) 4407110042 corrected', 'ad-cvd 44071100 A-122-857 C-122-858'])
    expect(found('2025-12-31')).toEqual(['37(b) 44071100 ', 'ad-cvd 44071100 A-122-857 C-122-858'])
  })

  it('may have CRLF line ends', () => {
    const problems: RulePackProblem[] = []
    const text = [codeListColumns, ...rows, ''].join('\r\n')
    expect(readCodeLists(new Map([['lists/a.csv', text]]), problems).names.size).toBe(2)
    expect(problems).toEqual([])
  })

  it.each([
    ['37(b),4407X,,,,,2026-11-21,H,note', '37(b)', '4407X is no HTS prefix of two to ten digits'],
    ['37(b),4,,,,,2026-11-21,H,note', '37(b)', '4 is no HTS prefix of two to ten digits'],
    [
      '37(b),4407,,,2026-02-30,,2026-11-21,H,note',
      '37(b)',
      'effective_from must be a date YYYY-MM-DD, but is 2026-02-30',
    ],
    ['37(b),4407,,,,NA,2026-11-21,H,note', '37(b)', 'effective_to must be a date YYYY-MM-DD, but is NA'],
    [
      '37(b),4407,,,2026-03-01,2026-03-01,2026-11-21,H,note',
      '37(b)',
      'effective_from 2026-03-01 is not before effective_to 2026-03-01',
    ],
    ['37(b),4407,,,,,,H,note', '37(b)', 'recorded_at must be a date YYYY-MM-DD, but is '],
    ['37(b),4407,,,,,2026-11-21,X,note', '37(b)', 'confidence must be one of H, M, L'],
    ['37(b),4407,,,,,2026-11-21,H,', '37(b)', 'has no citation'],
    ['37(b),4407,,,,,2026-11-21,H,note, (b)', '37(b)', 'has 10 cells instead of 9'],
    ['37(b),4407', '37(b)', 'has 2 cells instead of 9'],
  ])('refuses the row %s with its line and list', (row, at, reason) => {
    expect(read(...rows, row, ...rows).problems).toEqual([{ file: 'lists/wood.csv', line: 5, at, reason }])
  })

  it('refuses a row without a list and a row without cells', () => {
    expect(read(',4407,,,,,2026-11-21,H,note').problems).toEqual([
      { file: 'lists/wood.csv', line: 2, reason: 'names no list' },
    ])
    expect(read('', rows[0] ?? '').problems).toEqual([
      { file: 'lists/wood.csv', line: 2, reason: 'has 1 cells instead of 9' },
    ])
  })

  it('refuses another header, and a file without rows', () => {
    const problems: RulePackProblem[] = []
    readCodeLists(new Map([['lists/a.csv', 'list,prefix\n']]), problems)
    expect(problems).toEqual([{ file: 'lists/a.csv', line: 1, reason: `must be ${codeListColumns}` }])
    expect(read().problems).toEqual([{ file: 'lists/wood.csv', reason: 'has no rows' }])
  })
})
