import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo } from '@entrygo/sdk'
import type { ProductInput } from '@entrygo/sdk/contract'
import { startDev } from '@entrygo/server/dev'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readSource } from '../repo/sources.ts'
import { type Block, blocksOf, pages, placeOf } from './pages.ts'
import { type Given, printedBy, typeErrors } from './typescript.ts'

const blocks = pages.flatMap((page) => blocksOf(page, 'ts'))
const programs = blocks.filter(({ marks }) => marks.includes('run'))

const closing: (() => Promise<unknown>)[] = []
let server: Awaited<ReturnType<typeof startDev>>

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'entrygo-docs-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  server = await startDev({ port: 0, dataDir })
  closing.unshift(() => server.stop())
})

afterAll(async () => {
  for (const close of closing) await close()
})

it('every TypeScript block of the documentation compiles, and an error is named at its place in the page', async () => {
  expect(blocks.length).toBeGreaterThan(6)
  const broken: Block = {
    page: 'broken.md',
    line: 10,
    language: 'ts',
    marks: [],
    text: 'const age: number = baseUrl\n',
  }
  const errors = await typeErrors([...blocks, broken])
  expect(errors).toEqual(["broken.md:11: error TS2322: Type 'string' is not assignable to type 'number'."])
})

// A line that ends with `// prints X` is documented to print X.
it.each(programs.map((block) => [placeOf(block), block] as const))(
  'the program at %s runs as it is written',
  async (_, block) => {
    const printed = await printedBy(block, await freshOrder(placeOf(block)))
    const documented = [...block.text.matchAll(/\/\/ prints (.+)$/gm)].map(([, text = '']) => text)
    expect(
      documented.filter((text) => !printed.includes(text)).map((text) => `printed no "${text}": ${printed}`),
    ).toEqual([])
  },
)

it('the README, the guides, the gate and the wait are among the programs', () => {
  expect([...new Set(programs.map(({ page }) => page))]).toEqual([
    'README.md',
    'docs/api/sdk.md',
    'docs/guides/automation-agents.md',
    'docs/guides/first-export.md',
  ])
})

/** The order of the guide under a name of its own, and an export of it. */
async function freshOrder(externalId: string): Promise<Given> {
  const { url: baseUrl, apiKey, accountId, warehouseId, brokerId } = server
  const client = createEntryGo({ baseUrl, apiKey, accountId })
  const catalogue: ProductInput[] = JSON.parse(readSource('examples/first-export/data/products.json').text)
  const { data: products } = await client.products.sync({ items: catalogue.slice(0, 1) })
  const [file] = blocksOf('docs/guides/first-export.md', 'json')
  const [order] = JSON.parse(file?.text.replaceAll('prod_…', products[0]?.id ?? '') ?? '[]')
  const { data: orders } = await client.orders.sync({ items: [{ ...order, externalId }] })
  const orderIds = orders.map(({ id }) => id)
  const shipment = { proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-24' }
  const { exportId } = await client.plan({ warehouseId, brokerId, orderIds, asOf: '2026-11-21', shipment })
  return { baseUrl, apiKey, accountId, warehouseId, brokerId, orderIds, exportId }
}
