import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest } from '../../testing/planning-records.ts'
import type { PlanningRecords } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()
const records = mixedRecords()

it('each of 1,000 single material changes gives another hash, all of them different', () => {
  const changes = materialChanges(records)
  expect(changes.length).toBeGreaterThanOrEqual(1_000)
  const hashes = new Map([[hashOf(records), 'nothing']])
  for (const { name, changed } of changes) {
    const planHash = hashOf(changed)
    expect(hashes.get(planHash), `${name} gives the hash of`).toBeUndefined()
    hashes.set(planHash, name)
  }
}, 60_000)

function hashOf(changed: PlanningRecords): string {
  return planExport(changed, plannedRequest(records), { asOf: testAsOf, pack }).planHash
}

interface MaterialChange {
  readonly name: string
  readonly changed: PlanningRecords
}

/** Each fact that planning may look at changed in two ways and taken away, one at a time. */
function materialChanges(input: PlanningRecords): MaterialChange[] {
  const paths = leafPaths(input).filter(isMaterial)
  return paths.flatMap((path) =>
    (['other', 'longer', 'gone'] as const)
      .filter((kind) => kind !== 'gone' || !isNeeded(path))
      .map((kind) => {
        const changed: PlanningRecords = JSON.parse(JSON.stringify(input))
        change(changed, path, kind)
        return { name: `${path.join('.')} ${kind}`, changed }
      }),
  )
}

type Path = readonly string[]

function leafPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, member]) => leafPaths(member, [...path, name]))
}

function isMaterial(path: Path): boolean {
  const text = path.join('.')
  if (/^orders\.\d+\.executedExport$/.test(text)) return true
  return (
    /\.doc\./.test(text) && !/\.doc\.(id|metadata|notification|submission|gate|accountId)\b|\.productId$/.test(text)
  )
}

/** What every record has: its absence is refused before it is stored. */
function isNeeded(path: Path): boolean {
  return ['quantity', 'unitValueUsd', 'totalValueUsd', 'executedExport'].includes(path.at(-1) ?? '')
}

function change(target: object, path: Path, kind: 'other' | 'longer' | 'gone'): void {
  const name = path.at(-1) ?? ''
  const parent: unknown = path.slice(0, -1).reduce<unknown>((node, step) => Reflect.get(Object(node), step), target)
  if (typeof parent !== 'object' || parent === null) throw new Error(`Nothing stands at ${path.join('.')}.`)
  const value: unknown = Reflect.get(parent, name)
  if (kind === 'gone' && Array.isArray(parent)) parent.splice(Number(name), 1)
  else if (kind === 'gone') Reflect.deleteProperty(parent, name)
  else Reflect.set(parent, name, otherValue(value, kind))
}

function otherValue(value: unknown, kind: 'other' | 'longer'): unknown {
  if (typeof value === 'number') return kind === 'other' ? value + 1 : value + 2
  if (typeof value === 'boolean') return kind === 'other' ? !value : null
  return kind === 'other' ? `${String(value)}7` : `8${String(value)}`
}
