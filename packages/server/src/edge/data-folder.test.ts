import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { makeDataFolder } from './data-folder.ts'

let place: string

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'entrygo-folder-'))
  onTestFinished(() => rm(place, { recursive: true }))
})

it('makes a folder and its parents for the owner alone, and keeps one that is there', async () => {
  const folder = join(place, 'a', 'b')
  makeDataFolder(folder)
  makeDataFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

it('says that a path is a file', async () => {
  const file = join(place, 'file')
  await writeFile(file, '')
  expect(() => makeDataFolder(file)).toThrow(`The data folder ${file} is not a folder. Give another path.`)
})

it('ends at once where no folder can be made', () => {
  expect(() => makeDataFolder('/proc/nope/data')).toThrow(/The data folder \/proc\/nope cannot be made/)
})
