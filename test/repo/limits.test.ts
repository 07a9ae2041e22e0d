import { expect, it } from 'vitest'
import { longFiles } from './limit-exceptions.ts'
import { importsOf, type Source, typeScriptSources } from './sources.ts'

// Function length and the number of parameters are bounded by biome.json.
const sources = typeScriptSources()
const maxLines = 250

it(`no file is longer than ${maxLines} lines`, () => {
  const tooLong = sources.flatMap(({ path, text }) => {
    const lines = lineCount(text)
    return lines > (longFiles[path]?.lines ?? maxLines) ? [`${path} has ${lines} lines: split it by its nouns.`] : []
  })
  expect(tooLong).toEqual([])
})

it('every exception from the length of a file is still needed and says why', () => {
  const lengths = new Map(sources.map(({ path, text }) => [path, lineCount(text)]))
  const idle = Object.entries(longFiles)
    .filter(([path, { because }]) => (lengths.get(path) ?? 0) <= maxLines || because.length < 20)
    .map(([path]) => `${path}: remove it from limit-exceptions.ts, or give the reason in a sentence.`)
  expect(idle).toEqual([])
})

it('no values are imported in a circle', () => {
  expect(cycles(sources)).toEqual([])
})

it('a circle of two files is found and named once', () => {
  const circle = [
    { path: 'packages/a/src/x.ts', text: "import { y } from './y.ts'\n" },
    { path: 'packages/a/src/y.ts', text: "import { x } from './x.ts'\n" },
  ]
  expect(cycles(circle)).toEqual(['packages/a/src/x.ts → packages/a/src/y.ts → packages/a/src/x.ts'])
})

it('a circle of types alone is none', () => {
  const circle = [
    { path: 'packages/a/src/x.ts', text: "import type { Y } from './y.ts'\n" },
    { path: 'packages/a/src/y.ts', text: "import { x } from './x.ts'\n" },
  ]
  expect(cycles(circle)).toEqual([])
})

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function cycles(files: readonly Source[]): string[] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(({ isTypeOnly, specifier }) => !isTypeOnly && specifier.startsWith('.'))
        .map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const target of edges.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}
