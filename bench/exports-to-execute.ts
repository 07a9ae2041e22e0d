import type { OrdersSyncResponse, ProductInput } from '@entrygo/sdk/contract'
import { operations } from '../packages/server/src/operations/operations.ts'
import { aLine, anOrder, aProduct, testAccountId } from '../packages/server/src/testing/builders.ts'
import { aCaller } from '../packages/server/src/testing/fakes.ts'
import { aPlanRequest, aWrite, bodyOf, type SetUp, type Workbench } from '../packages/server/src/testing/workbench.ts'

/** What an export is made of: so many orders of so many lines each. */
export interface Size {
  readonly orders: number
  readonly lines: number
}

/** Goods of five origins under twelve numbers, so that every line has trade actions or a claim to treat. */
export function treatedProducts(description: string): ProductInput[] {
  return htsCodes.flatMap((htsCode) =>
    origins.map((countryOfOrigin) => {
      const { preference: _, ...product } = aProduct()
      const externalId = `${htsCode}-${countryOfOrigin}-${description}`
      return { ...product, externalId, htsCode, countryOfOrigin, description }
    }),
  )
}

const htsCodes = [
  ...['4820.20.00.00', '4820.10.20.10', '4202.92.31.20', '7323.93.00.45', '9403.60.80.93', '3926.90.99.85'],
  ...['6307.90.98.91', '8513.10.20.00', '9503.00.00.73', '4911.99.80.00', '6912.00.39.50', '4819.10.00.40'],
]
const origins = ['CN', 'VN', 'DE', 'CA', 'TW']

/** Plans one export of new orders of these goods, and approves it. Answers its id. */
export async function approvedExport(
  { ports }: Pick<Workbench, 'ports'>,
  setUp: SetUp,
  { size, productIds }: { readonly size: Size; readonly productIds: readonly string[] },
): Promise<string> {
  const caller = aCaller()
  const items = Array.from({ length: size.orders }, () => newOrder(size.lines, productIds))
  const synced = await operations.syncOrders(aWrite({ accountId: testAccountId, items }), caller, ports)
  const { data }: OrdersSyncResponse = bodyOf(synced)
  const orderIds = data.map(({ id }) => id)
  const plan = bodyOf(await operations.planExport(aWrite(aPlanRequest(setUp, { orderIds })), caller, ports))
  const { exportId, planHash } = plan
  if (plan.readinessState === 'BLOCKED') throw new Error('The plan that is to be executed is blocked.')
  const actor = { type: 'person', name: 'Export Desk' } as const
  const approval = { accountId: testAccountId, planHash, actor, reason: 'Measured.' }
  const request = { body: approval, params: { id: exportId }, idempotencyKey: null }
  bodyOf(await operations.approveExport(request, caller, ports))
  return exportId
}

let orders = 0

/** An order of so many lines that was never seen before, with all that the rules ask of one. */
export function newOrder(lines: number, productIds: readonly string[]): ReturnType<typeof anOrder> {
  orders += 1
  const items = Array.from({ length: lines }, (_, line) => {
    const productId = productIds[(orders * 7 + line) % productIds.length] ?? ''
    return aLine(productId, { lineId: String(line + 1), quantity: 1 + ((orders + line) % 40) })
  })
  const packages = [
    {
      ...({
        id: 'PKG-1',
        type: 'carton',
        marks: `EX/${orders}`,
        grossKg: '81.0',
        netKg: '74.4',
        ispm15: false,
      } as const),
      contents: items.map(({ lineId = '', quantity }) => ({ lineId, quantity })),
    },
  ]
  return anOrder('', { externalId: `E-${orders}`, items, packages })
}
