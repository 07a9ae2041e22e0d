import { createHash } from 'node:crypto'
import { errorCodes } from '@entrygo/sdk/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { readDocsPages } from './docs-pages.ts'

let test: TestApp

beforeAll(async () => {
  test = await openTestApp()
})
afterAll(() => test.close())

const pages = [...readDocsPages().keys()]
const published = [
  '/docs',
  '/docs/glossary',
  '/docs/concepts/protocol',
  '/docs/api/orders',
  '/docs/guides/first-export',
  ...errorCodes.map((code) => `/docs/errors/${code}`),
]

it.each(published)('%s is served as HTML, and as Markdown by Accept or ending', async (path) => {
  const html = await test.app.request(path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
  expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const byAccept = await test.app.request(path, { headers: { accept: 'text/markdown' } })
  const byEnding = await test.app.request(`${path}.md`)
  expect(byAccept.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(await byAccept.text()).toBe(await byEnding.text())
})

it('every link of every page leads to a page of the server or to the open web', async () => {
  const missing: string[] = []
  for (const path of pages) {
    const html = await (await test.app.request(path)).text()
    for (const [, target = ''] of html.matchAll(/href="([^"]+)"/g)) {
      const [plain = ''] = target.split('#')
      if (/^(?:https?:|mailto:)/.test(target) || plain === '') continue
      const { pathname } = new URL(plain, `http://docs${path}`)
      const response = await test.app.request(pathname)
      if (response.status !== 200) missing.push(`${path} links to ${target}`)
    }
  }
  expect(missing).toEqual([])
})

it('every link of every page as Markdown leads there, too', async () => {
  const missing: string[] = []
  for (const path of pages) {
    const text = await (await test.app.request(path, { headers: { accept: 'text/markdown' } })).text()
    for (const [, target = ''] of text.replaceAll(/^```.*?^```/gms, '').matchAll(/\]\(([^)\s]+)\)/g)) {
      const [plain = ''] = target.split('#')
      if (/^(?:https?:|mailto:)/.test(target) || plain === '') continue
      const isFolderPage = pages.some((page) => page.startsWith(`${path}/`))
      const { pathname } = new URL(plain, `http://docs${path}${isFolderPage ? '/' : ''}`)
      const response = await test.app.request(pathname.replace(/(?:^|\/)(?:index|README)\.md$/, ''))
      if (response.status !== 200) missing.push(`${path} links to ${target}`)
    }
  }
  expect(missing).toEqual([])
})

it('a page allows its own stylesheet and nothing else', async () => {
  const response = await test.app.request('/docs')
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(await response.text()) ?? []
  const digest = createHash('sha256').update(style).digest('base64')
  expect(response.headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${digest}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
})

it('the contract is served as JSON, and as YAML by Accept, with one meaning', async () => {
  const json = await test.call('getContract', { apiKey: null })
  const yaml = await test.call('getContract', { apiKey: null, headers: { accept: 'application/yaml' } })
  expect(yaml.headers.get('content-type')).toBe('application/yaml')
  expect(parse(yaml.text)).toEqual(json.json)
})

it('llms.txt is a heading, a summary and sections of links, and lists every page once with a line of its own', async () => {
  const response = await test.app.request('/llms.txt')
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await response.text()
  expect(text).toMatch(/^# EntryGo\n\n> A protocol for exports to the United States/)
  const listed = [...text.matchAll(/^- \[[^\]\n]+\]\((\/docs[^)\n]*)\.md\): (\S[^\n]+)$/gm)]
  expect(listed.map(([, path]) => path).sort()).toEqual(pages.toSorted())
  expect(listed.flatMap(([, path, line = '']) => (line.length < 7 || line.length > 210 ? [[path, line]] : []))).toEqual(
    [],
  )
  const others = text.split('\n').filter((line) => line.startsWith('- ') && !/\.md\): /.test(line))
  expect(others).toEqual([expect.stringContaining('(/docs/api/openapi)')])
  expect(text.match(/^## .+$/gm)).toEqual([
    '## Contract',
    '## Start',
    '## Guides',
    '## Prompts for agents',
    '## Concepts',
    '## API and SDK',
    '## Command line',
    '## Error codes',
    '## Optional',
  ])
})
