import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { example, type ScriptedAccount, startScriptedAccount } from './scripted-account.ts'
import type { ScriptedAnswer, SeenRequest } from './scripted-server.ts'

export interface SentOrder {
  readonly externalId: string
  readonly items?: readonly { readonly productId?: string; readonly quantity?: number }[]
}

/** A scripted account that stores orders, finds products, and remembers how often each order came. */
export interface ScriptedShop {
  readonly account: ScriptedAccount
  readonly stored: Map<string, number>
  /** How a batch is answered; a test puts its own in. */
  orders: (items: readonly SentOrder[]) => ScriptedAnswer
  accept(items: readonly SentOrder[]): ScriptedAnswer
  /** Refuses a batch that has a first line of quantity 0, by its position. */
  refuse(items: readonly SentOrder[]): ScriptedAnswer
  put(name: string, text: string): Promise<void>
  read(name: string): Promise<string>
  /** For command lines that share a journal. */
  readonly env: Readonly<Record<string, string>>
}

export const wireTitles = 'externalId,destinationCountry,items.productId,items.quantity,items.unitValueUsd'

export async function startScriptedShop(): Promise<ScriptedShop> {
  const account = await startScriptedAccount()
  const [orderExample] = recordsOf('OrdersSynced')
  const [productExample] = recordsOf('ProductsSynced')
  const stored = new Map<string, number>()
  const accept = (items: readonly SentOrder[]): ScriptedAnswer => {
    for (const { externalId } of items) stored.set(externalId, (stored.get(externalId) ?? 0) + 1)
    const data = items.map(({ externalId }) => ({
      ...orderExample,
      externalId,
      id: `ord_${externalId}`,
      created: true,
    }))
    return { status: 200, json: { data } }
  }
  const shop: ScriptedShop = {
    ...{ account, stored, accept, orders: accept },
    refuse: (items) => {
      const issues = issuesOf(items)
      if (issues.length === 0) return accept(items)
      return { status: 400, json: { ...example('Error_VALIDATION_ERROR'), details: { issues } } }
    },
    put: (name, text) => writeFile(join(account.folder, name), text),
    read: (name) => readFile(join(account.folder, name), 'utf8'),
    env: {
      ...{ ENTRYGO_BASE_URL: account.server.url, ENTRYGO_API_KEY: 'eg_test_abc', ENTRYGO_ACCOUNT_ID: 'acc_1' },
      XDG_STATE_HOME: join(account.folder, 'state'),
    },
  }
  account.answers['POST /api/orders/sync'] = (request) => shop.orders(sentIn(request))
  account.answers['GET /api/products'] = ({ path }) => {
    const asked = new URL(path, 'http://x').searchParams.getAll('externalId').filter((id) => !id.startsWith('NEW'))
    const data = asked.map((id) => ({ ...productExample, id: `prod_${id}`, externalId: id }))
    return { status: 200, json: { data, next_cursor: null } }
  }
  return shop
}

/** The orders of a request. */
export function sentIn(request: SeenRequest | undefined): readonly SentOrder[] {
  const { items } = Object(request?.body)
  return Array.isArray(items) ? items : []
}

function recordsOf(name: string): readonly object[] {
  const { data } = Object(example(name))
  return Array.isArray(data) ? data : []
}

function issuesOf(items: readonly SentOrder[]): object[] {
  return items.flatMap(({ items: [line] = [] }, index) =>
    line?.quantity === 0
      ? [{ path: `items.${index}.items.0.quantity`, message: 'must be above 0', code: 'too_small' }]
      : [],
  )
}
