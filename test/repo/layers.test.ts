import { expect, it } from 'vitest'
import { compositionRoot, type Layer, layers, rulesOfPurity } from './layer-table.ts'
import { codeOnly, type Import, importsOf, isGenerated, isTest, type Source, typeScriptSources } from './sources.ts'

const sources = typeScriptSources().filter(({ path }) => path.startsWith('packages/') && !isTest(path))

it('every import stays inside what its room may import', () => {
  expect(sources.flatMap((source) => importsOf(source).flatMap((found) => layerBreach(source, found)))).toEqual([])
})

it('nothing imports the composition root of the server but the composition root', () => {
  const server = sources.filter(({ path }) => path.startsWith('packages/server/src/'))
  const breaches = server
    .filter(({ path }) => !isComposition(path))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ target }) => isComposition(target))
        .map((found) => `${source.path}:${found.line} imports ${found.target}: pass what it needs as an argument.`),
    )
  expect(breaches).toEqual([])
})

it('one package reaches another through its exports, never through its files', () => {
  const breaches = sources.flatMap((source) => {
    const home = source.path.split('/').slice(0, 2).join('/')
    return importsOf(source)
      .filter(({ specifier, target }) => specifier.startsWith('.') && !target.startsWith(`${home}/`))
      .map((found) => `${source.path}:${found.line} imports ${found.target}: import the package by its name.`)
  })
  expect(breaches).toEqual([])
})

it('the domain reads no clock, no randomness, no process, no network and no timer', () => {
  const breaches = sources
    .filter(({ path }) => path.startsWith('packages/server/src/domain/'))
    .flatMap(({ path, text }) =>
      codeOnly(text)
        .split('\n')
        .flatMap((line, index) =>
          rulesOfPurity
            .filter(({ pattern }) => pattern.test(line))
            .map(({ instead }) => `${path}:${index + 1} ${line.trim()}: ${instead}.`),
        ),
    )
  expect(breaches).toEqual([])
})

it('the domain takes createHash and nothing else from node:crypto', () => {
  const breaches = sources
    .filter(({ path }) => path.startsWith('packages/server/src/domain/'))
    .flatMap((source) =>
      importsOf(source)
        .filter(({ specifier, isTypeOnly }) => specifier === 'node:crypto' && !isTypeOnly)
        .filter(({ names }) => names.some((name) => name !== 'createHash'))
        .map(({ line, names }) => `${source.path}:${line} imports ${names.join(', ')}`),
    )
  expect(breaches).toEqual([])
})

it('a breach names the file, the line, the import and what to do', () => {
  const source = { path: 'packages/server/src/domain/a.ts', text: "import { readFile } from 'node:fs/promises'\n" }
  expect(importsOf(source).flatMap((found) => layerBreach(source, found))).toEqual([
    'packages/server/src/domain/a.ts:1 imports node:fs/promises. The domain is pure: pass the value in as an argument, ' +
      'and let operations or main fetch it.',
  ])
})

it('a type from the domain may enter storage, a value may not', () => {
  const path = 'packages/server/src/storage/a.ts'
  const breaches = (text: string): string[] =>
    importsOf({ path, text }).flatMap((found) => layerBreach({ path, text }, found))
  expect(breaches("import type { Plan } from '../domain/plan.ts'\n")).toEqual([])
  expect(breaches("import { plan } from '../domain/plan.ts'\n")).toHaveLength(1)
})

function layerBreach({ path }: Source, found: Import): string[] {
  const layer = layers.find(({ room }) => isIn(path, room))
  if (layer === undefined || isGenerated(path) || isAllowed(layer, found)) return []
  return [`${path}:${found.line} imports ${found.target}. ${layer.instead}`]
}

function isAllowed({ may, mayTypes = [], never = [], unless = [] }: Layer, { target, isTypeOnly }: Import): boolean {
  if (never.some((room) => isIn(target, room)) && !unless.some((room) => isIn(target, room))) return false
  if (may === undefined || may.some((room) => isIn(target, room))) return true
  return isTypeOnly && mayTypes.some((room) => isIn(target, room))
}

function isIn(path: string, room: string): boolean {
  if (room.endsWith('*')) return path.startsWith(room.slice(0, -1))
  return path === room || path.startsWith(`${room}/`)
}

function isComposition(path: string): boolean {
  return compositionRoot.some((room) => isIn(path, room))
}
