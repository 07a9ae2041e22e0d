import { groupOf, groups, requirements } from '@entrygo/conformance'
import { expect, it } from 'vitest'
import { checks } from '../../../packages/conformance/src/checks.ts'
import { inContract } from '../../../packages/conformance/src/contract-faults.ts'
import { pageWithRequirements } from '../../../tools/docs/requirement-table.ts'
import { readSource } from '../../repo/sources.ts'

it('every requirement is tried, and every check is of a requirement', () => {
  expect(Object.keys(checks).toSorted()).toEqual(requirements.map(({ id }) => id).toSorted())
})

it('ids are unique, of a known group, and stand together in the order of the groups', () => {
  const ids = requirements.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^[A-Z]{2,4}-\d\d$/.test(id))).toEqual([])
  expect([...new Set(ids.map(groupOf))]).toEqual(Object.keys(groups))
  expect(ids).toEqual(Object.keys(groups).flatMap((group) => ids.filter((id) => groupOf(id) === group).toSorted()))
})

it('every requirement is a sentence with a place in the contract and in the documentation', () => {
  const faults = requirements.flatMap(({ id, contract, docs, statement }) => [
    ...(inContract(contract) === undefined ? [`${id}: the contract has no ${contract}`] : []),
    ...(hasSection(docs) ? [] : [`${id}: the documentation has no ${docs}`]),
    ...(/^[\p{L}`/].*\.$/u.test(statement) ? [] : [`${id} is no sentence`]),
  ])
  expect(faults).toEqual([])
})

it('the guide shows the requirements as they are', () => {
  const { text } = readSource('docs/guides/conformance.md')
  const remedy = 'run node --conditions=entrygo-src tools/docs/write-requirement-table.ts'
  expect(text === pageWithRequirements(text) ? [] : [remedy]).toEqual([])
})

function hasSection(place: string): boolean {
  const [page = '', section] = place.split('#')
  const { text } = readSource(`docs/${page}`)
  const titles = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchorOf(title))
  return section === undefined || titles.includes(section)
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}
