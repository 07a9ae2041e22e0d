import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, type EntryGo } from '@entrygo/sdk'
import { exampleAsOf, type RunningDev, startDev } from '@entrygo/server/dev'
import {
  type CallToolResult,
  Client,
  InMemoryTransport,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import { createMcpHandler } from '@modelcontextprotocol/server'
import { createMcp } from './server.ts'
import type { McpSettings } from './world.ts'

/** A server with example data, and a client with every scope, as an operator has it. */
export interface Grounds {
  readonly server: RunningDev
  readonly operator: EntryGo
  /** The example orders, ready to be synced under other external ids. */
  orders(kind: 'ready' | 'review', suffix: string): Record<string, unknown>[]
  stop(): Promise<void>
}

export async function openGrounds(): Promise<Grounds> {
  const dataDir = mkdtempSync(join(tmpdir(), 'entrygo-mcp-'))
  const server = await startDev({ port: 0, dataDir, log: 'error' })
  const { url: baseUrl, apiKey, accountId, examples } = server
  return {
    server,
    operator: createEntryGo({ baseUrl, apiKey, accountId }),
    orders: (kind, suffix) => {
      const orders: unknown = JSON.parse(readFileSync(examples[kind], 'utf8'))
      if (!Array.isArray(orders)) throw new Error('The example is no list.')
      return orders.map((order: Record<string, unknown>) => ({
        ...order,
        externalId: `${String(order['externalId'])}-${suffix}`,
      }))
    },
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const asOf = exampleAsOf

/** An agent: the official client, and what a tool answered it. */
export interface Agent {
  readonly client: Client
  call(tool: string, args?: Record<string, unknown>): Promise<Called>
  close(): Promise<void>
}

export interface Called {
  readonly isError: boolean
  readonly result: CallToolResult
  readonly structured: Record<string, unknown>
  readonly data: Record<string, unknown>
  /** The first text, which this server wrote. */
  readonly says: string
  readonly errorCode: unknown
}

/** The protocol of 2025 over a pair in memory, or that of 2026 over the HTTP handler without a socket. */
export async function connectAgent(settings: McpSettings, era: 'legacy' | 'modern' = 'legacy'): Promise<Agent> {
  const factory = createMcp(settings)
  const client = new Client(
    { name: 'agent', version: '1.0.0' },
    era === 'modern' ? { versionNegotiation: { mode: { pin: '2026-07-28' } } } : {},
  )
  const handler = createMcpHandler(factory)
  if (era === 'modern') {
    const fetch = (url: string | URL, init?: RequestInit): Promise<Response> => handler.fetch(new Request(url, init))
    await client.connect(new StreamableHTTPClientTransport(new URL('http://test.example/mcp'), { fetch }))
  } else {
    const [clientSide, serverSide] = InMemoryTransport.createLinkedPair()
    await (await factory({ era })).connect(serverSide)
    await client.connect(clientSide)
  }
  return { ...agentOf(client), close: () => client.close().then(() => handler.close()) }
}

export function agentOf(client: Client): Agent {
  return {
    client,
    call: async (name, args = {}) => calledOf(await client.callTool({ name, arguments: args })),
    close: () => client.close(),
  }
}

function calledOf(result: CallToolResult): Called {
  const structured = recordOf(result.structuredContent)
  const [first] = result.content
  return {
    isError: result.isError === true,
    result,
    structured,
    data: recordOf(structured['data']),
    says: first?.type === 'text' ? first.text : '',
    errorCode: recordOf(structured['error'])['errorCode'],
  }
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Syncs the orders of an example and plans them. */
export async function planned(agent: Agent, { orders, server }: Grounds, given: PlannedSpec): Promise<Called> {
  const synced = await agent.call('entrygo_sync_orders', { items: given.items ?? orders(given.kind, given.suffix) })
  const records = Array.isArray(synced.data['data']) ? synced.data['data'] : []
  const { warehouseId, brokerId, examples } = server
  return agent.call('entrygo_plan', {
    orderIds: records.map(({ id }) => id),
    warehouseId,
    brokerId,
    asOf,
    shipment: JSON.parse(readFileSync(examples.shipment, 'utf8')),
  })
}

export interface PlannedSpec {
  readonly kind: 'ready' | 'review'
  readonly suffix: string
  readonly items?: readonly Record<string, unknown>[]
}
