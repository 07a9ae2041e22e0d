import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { matchLists } from '../lists/code-lists.ts'
import { resolveRules, ruleKey } from './rule-pack.ts'

const pack = loadRulePack()

it('no rule is in force the day before it begins, and none on the day on which it ends', () => {
  const early = pack.rules.flatMap(({ rule }) => {
    const days = [dayBefore(rule.effectiveFrom), rule.effectiveTo].filter((day) => day !== null)
    return days.filter((day) => rulesOn(day).has(rule)).map((day) => `${ruleKey(rule)} on ${day}`)
  })
  expect(early).toEqual([])
})

it('no heading of a trade action is filed the day before it begins, and none on the day on which it ends', () => {
  const records = pack.measures.flatMap(({ headings }) => headings.map(({ record }) => record))
  const early = records.flatMap((record) => {
    const days = [dayBefore(record.effectiveFrom), record.effectiveTo].filter((day) => day !== null)
    return days.filter((day) => headingsOn(day).has(record)).map((day) => `${record.id} on ${day}`)
  })
  expect(early).toEqual([])
})

it('no row of a list holds goods the day before it begins, and none on the day on which it ends', () => {
  const rows = [...pack.lists.rows.byPrefix.values()].flat()
  const early = rows.flatMap((row) => {
    const days = [dayBefore(row.effectiveFrom), row.effectiveTo].filter((day) => day !== null)
    return days
      .filter((day) => matchLists(pack.lists, row.prefix.padEnd(10, '0'), day).includes(row))
      .map((day) => `${row.list} ${row.prefix} on ${day}`)
  })
  expect(early).toEqual([])
})

function rulesOn(day: string): ReadonlySet<object> {
  const { product, line, order, export: ofExport } = resolveRules(pack, day)
  const ofGoods = [product, line].flatMap(({ forAllGoods, byPrefix, byProgram }) => [
    ...forAllGoods,
    ...[...byProgram.values()].flat(),
    ...[...byPrefix.byPrefix.values()].flat(),
  ])
  return new Set([...ofGoods, ...order, ...ofExport].map(({ rule }) => rule))
}

function headingsOn(day: string): ReadonlySet<object> {
  const { law } = resolveRules(pack, day)
  return new Set(law.measures.flatMap(({ headings }) => headings.map(({ record }) => record)))
}

function dayBefore(day: string | null): string | null {
  if (day === null) return null
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
