import type { GateResult } from '@entrygo/sdk'
import type { CallToolResult, ResourceLink } from '@modelcontextprotocol/server'
import { type Bounded, bounded } from './bounded.ts'

/** What should be done next: a tool for the agent, or a command line for a person. */
export interface NextStep {
  readonly tool?: string
  readonly arguments?: Readonly<Record<string, unknown>>
  readonly argv?: readonly string[]
  readonly reason: string
  readonly userActionRequired?: true
}

export interface Answer {
  /** This server's own words alone: nothing that somebody else wrote may stand in it. */
  readonly says: string
  /** An answer of the wire, or what was made from one. */
  readonly data: object
  readonly gate?: GateResult
  readonly next?: readonly NextStep[]
  readonly links?: readonly ResourceLink[]
}

/**
 * The answer as a tool result: a line of this server's own, then `structuredContent` as JSON text for clients that read
 * text alone. Texts of orders, products and parties stand only as values below `data`.
 */
export function resultOf({ says, data, gate, next = [], links = [] }: Answer): CallToolResult {
  const { data: shown, truncated }: Bounded = bounded(data)
  const structuredContent = {
    data: shown,
    ...(truncated.length > 0 && { truncated: truncated.slice(0, 50) }),
    ...(gate !== undefined && { gate: gateOf(gate) }),
    ...(next.length > 0 && { next }),
  }
  const cutNote = truncated.length > 0 ? ' Long lists are cut: see `truncated`.' : ''
  return {
    content: [
      { type: 'text', text: `${says}${cutNote}` },
      { type: 'text', text: JSON.stringify(structuredContent) },
      ...links,
    ],
    structuredContent,
  }
}

/** Without what the gate quotes from the plan: that stands in `data` already. */
function gateOf({ decision, reasons }: GateResult): object {
  return { decision, reasons: reasons.map(({ code, decision: each }) => ({ code, decision: each })) }
}
