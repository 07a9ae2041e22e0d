import { errorCodes } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { filesOf, readSource } from './sources.ts'

/** The documentation paths that the protocol publishes, each served from a page of the same name. */
const publishedPages = [
  'concepts/protocol',
  'concepts/export-lifecycle',
  'concepts/primitives',
  'concepts/artifacts',
  'concepts/broker-submission',
  'api/orders',
  'api/exports',
  'api/customs-packages',
  'api/errors',
  'guides/first-export',
  'guides/warehouse-integration',
  'guides/automation-agents',
] as const

const pages = new Set(filesOf('docs/*.md'))

it('every published documentation path has its page', () => {
  const missing = publishedPages.filter((path) => !pages.has(`docs/${path}.md`))
  expect(missing.map((path) => `write docs/${path}.md`)).toEqual([])
})

it('every error code of the contract has its page', () => {
  const missing = errorCodes.filter((code) => !pages.has(`docs/errors/${code}.md`))
  expect(missing.map((code) => `write docs/errors/${code}.md: when, what to do, may I retry, example`)).toEqual([])
})

it('no page explains an error code that the contract does not have', () => {
  const codes = new Set<string>(errorCodes)
  const stale = [...pages].filter((page) => {
    const [, code] = /^docs\/errors\/([A-Z_]+)\.md$/.exec(page) ?? []
    return code !== undefined && !codes.has(code)
  })
  expect(stale).toEqual([])
})

it('every relative link between the pages leads to a file', () => {
  const files = filesOf('.')
  const places = new Set([...files, ...files.flatMap(foldersAbove)])
  const dead = filesOf('*.md').flatMap((page) => {
    const { text } = readSource(page)
    return [...text.matchAll(/\]\((\.{1,2}\/[^)#\s]+|[\w-]+\.md)(?:#[^)]*)?\)/g)].flatMap(([, link = '']) => {
      const target = new URL(link, `file:///${page}`).pathname.slice(1)
      return places.has(target.replace(/\/$/, '')) ? [] : [`${page} links to ${link}`]
    })
  })
  expect(dead).toEqual([])
})

it('no file names the folder of a machine', () => {
  const folders = [
    ['', 'work', 'main'],
    ['', 'work', 'shared'],
    ['', 'tmp', 'entrygo'],
    ['', 'root', ''],
  ].map((parts) => parts.join('/'))
  const named = filesOf('.', ':!*.gz', ':!*.png', ':!*.pdf').flatMap((path) => {
    const { text } = readSource(path)
    return folders.filter((folder) => text.includes(folder)).map((folder) => `${path} names ${folder}`)
  })
  expect(named).toEqual([])
})

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
