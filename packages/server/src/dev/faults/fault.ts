import type { OperationId } from '@entrygo/sdk/contract'

/** Who receives what the server sends: brokers by mail, by BorderBuddy's stand-in, by webhook; warehouses by mail, by webhook. */
export const receivers = ['smtp', 'borderbuddy', 'webhook', 'warehouse-smtp', 'warehouse-webhook'] as const
export type Receiver = (typeof receivers)[number]

/** What a receiver does to one message instead of taking it. */
export type ReceiverFault =
  /** Answers this SMTP or HTTP code and keeps nothing. */
  | { readonly fault: 'status'; readonly status: number }
  /** Keeps the message, and answers after this time. */
  | { readonly fault: 'slow'; readonly ms: number }
  /** Keeps the message, and answers 200 with what cannot be read. */
  | { readonly fault: 'garbage' }
  /** Keeps the message, then breaks the connection off without an answer. */
  | { readonly fault: 'lost-reply' }
  /** Breaks the connection off before the mail was given over; keeps nothing. */
  | { readonly fault: 'cut-before-dot' }
  /** Keeps the mail, then breaks the connection off without an answer. */
  | { readonly fault: 'cut-after-dot' }

/** What happens to an answer that is committed: its connection is destroyed, or it is never sent. */
export type AnswerFault = 'lost-reply' | 'timeout-after-commit'

/** One part of a spec. */
export type Fault = {
  /** As it was written. */
  readonly text: string
  /** How often it strikes; infinite where no count was given. */
  readonly count: number
} & (
  | { readonly point: 'answer'; readonly operation: OperationId; readonly effect: AnswerFault }
  | { readonly point: 'receiver'; readonly receiver: Receiver; readonly effect: ReceiverFault }
  | { readonly point: 'clock'; readonly offsetMs: number }
  | { readonly point: 'disk-full' }
)
