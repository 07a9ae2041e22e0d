import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plantedBugs } from '../lanes/planted-bugs/register.ts'
import { root } from './sources.ts'

it.each(plantedBugs)('the planted bug $name has its place in $file, once', ({ file, find, replace }) => {
  const text = readFileSync(join(root, file), 'utf8')
  expect(text.split(find).length - 1).toBe(1)
  expect(replace).not.toBe(find)
})

it('no two planted bugs have one name', () => {
  expect(new Set(plantedBugs.map(({ name }) => name)).size).toBe(plantedBugs.length)
})
