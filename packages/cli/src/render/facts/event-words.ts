import type { ExportEvent } from '@entrygo/sdk/contract'
import { evidenceInWords } from './attempt-words.ts'
import type { Moment, Tone } from './timeline.ts'

/** Who did it, what it was, and what tells it from others of its type; a type that is not known is shown as it is. */
export function eventInWords(event: ExportEvent): Pick<Moment, 'who' | 'what' | 'facts' | 'tone'> {
  const known = kinds[event.type]
  const { who, tone } = known ?? { who: 'EntryGo', tone: 'plain' as const }
  return {
    who: event.type === 'EXPORT_APPROVED' ? actorOf(event.data.actor) : who,
    what: event.type,
    facts: factsOf(event.data).join('; '),
    tone: event.data.duplicate_possible === true ? 'bad' : tone,
  }
}

/** Who planned and executed is not recorded: whoever called the API with the account's key. */
const caller = 'API caller'

const kinds: Readonly<Record<string, { readonly who: string; readonly tone: Tone }>> = {
  EXPORT_PLANNED: { who: caller, tone: 'plain' },
  EXPORT_REPLANNED: { who: caller, tone: 'plain' },
  EXPORT_BATCH_CREATED: { who: caller, tone: 'plain' },
  EXPORT_APPROVED: { who: caller, tone: 'good' },
  EXPORT_EXECUTED: { who: caller, tone: 'good' },
  BROKER_SUBMISSION_SENT: { who: 'EntryGo', tone: 'good' },
  BROKER_NOTIFIED: { who: 'EntryGo', tone: 'good' },
  BROKER_SUBMISSION_FAILED: { who: 'EntryGo', tone: 'bad' },
  BROKER_SUBMISSION_UNKNOWN: { who: 'EntryGo', tone: 'bad' },
}

function actorOf(actor: ExportEvent['data']['actor']): string {
  const name = actor?.['name']
  return typeof name === 'string' ? name : caller
}

function factsOf(data: ExportEvent['data']): string[] {
  const { readinessState, included_order_count: orders, previousPlanHash, planHash, actor } = data
  return [
    ...(readinessState === undefined ? [] : [readinessState]),
    ...(orders === undefined ? [] : [orders === 1 ? '1 order' : `${orders} orders`]),
    ...(previousPlanHash === undefined || planHash === undefined
      ? []
      : [`plan ${short(previousPlanHash)} to ${short(planHash)}`]),
    ...(actor?.['type'] === 'policy' ? ['a policy'] : []),
    ...(data.reason === undefined ? [] : [`"${data.reason}"`]),
    ...(data.expires_at === undefined ? [] : [`until ${data.expires_at.slice(0, 16)}Z`]),
    ...deliveryFacts(data),
  ]
}

function deliveryFacts(data: ExportEvent['data']): string[] {
  const { packageNumber, filename, artifact_type, size, channel, submission_type, attempt } = data
  const file = filename ?? artifact_type
  return [
    ...(packageNumber === undefined ? [] : [packageNumber]),
    ...(file === undefined ? [] : [size === undefined ? file : `${file}, ${size} bytes`]),
    ...(channel === undefined
      ? []
      : [channel === 'none' ? 'recorded, with no channel to send it by' : `by ${channel}`]),
    ...(submission_type === undefined ? [] : [`by ${submission_type}`]),
    ...(attempt === undefined ? [] : [`attempt ${attempt}`]),
    ...(typeof data.broker_reference === 'string' ? [`reference ${data.broker_reference}`] : []),
    ...(typeof data.evidence === 'string' ? [evidenceInWords(data.evidence)] : []),
    ...(data.attempts_in_doubt === undefined || data.attempts_in_doubt.length === 0
      ? []
      : [`in doubt: ${data.attempts_in_doubt.map((n) => `#${n}`).join(', ')}`]),
    ...(data.duplicate_possible === true ? ['DUPLICATE POSSIBLE'] : []),
  ]
}

function short(hash: string): string {
  return `${hash.slice(0, 15)}…`
}
