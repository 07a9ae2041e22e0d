import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { borderBuddyDocument, tooLarge } from '../domain/delivery/border-buddy-document.ts'
import { type BrokerMessage, brokerMailsWithin, type ExtraFile } from '../domain/delivery/broker-mail.ts'
import { submissionIdOf } from '../domain/delivery/submission-id.ts'
import { travelsByMail } from '../domain/delivery/travels-by-mail.ts'
import { warehouseMail } from '../domain/delivery/warehouse-mail.ts'
import { brokerWebhookDocument, warehouseDocument } from '../domain/delivery/webhook-documents.ts'
import { canonicalMap, columnMapSteps } from '../domain/execution/artifacts/column-map.ts'
import { type RenderedArtifact, renderedArtifact } from '../domain/execution/artifacts/rendered-artifact.ts'
import { brokerRoute } from '../domain/execution/broker-route.ts'
import { customsPackageSteps } from '../domain/execution/customs-package.ts'
import type { FrozenPackage } from '../domain/execution/frozen-package.ts'
import { notificationRoute, type PreparedNotification } from '../domain/execution/new-notification.ts'
import type { PreparedSubmission } from '../domain/execution/new-submission.ts'
import type { DeliveryTransport, ExportHistory, RecordDocuments } from '../domain/records.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { OutgoingMail, Ports } from '../ports.ts'
import { inSlices } from './in-slices.ts'
import { unavailable } from './unavailable.ts'

/** The customs package of the export's current plan, from the frozen snapshot alone. */
export async function freezePackage(
  { export: { id: exportId }, plan }: ExportHistory,
  { snapshot, packageId }: { readonly snapshot: string; readonly packageId: string },
  { rulePack, clock }: Pick<Ports, 'rulePack' | 'clock'>,
): Promise<FrozenPackage> {
  // The text was written by this server as the canonical JSON of a PlanSnapshot and is bound to its hash.
  const parsed: PlanSnapshot = JSON.parse(snapshot)
  const { body, plannedAt } = plan
  // Quantities in units of the tariff are those of the pack that the plan names, or none.
  const reference = body.rulePack.digest === rulePack.digest ? rulePack.reference : null
  return inSlices(customsPackageSteps({ snapshot: parsed, body, exportId, packageId, plannedAt, reference }), clock)
}

export interface ToSubmit {
  readonly accountId: string
  readonly broker: RecordDocuments['broker']
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  readonly revision: number
  /** Date of the message, milliseconds UTC. */
  readonly at: number
}

/**
 * The message to the broker as bytes, in the form of its submission type. Refused where the server has no transport of
 * this type, and with `PAYLOAD_TOO_LARGE` where the broker would not take it.
 */
export async function prepareSubmission(wanted: ToSubmit, ports: Ports): Promise<PreparedSubmission | Refusal> {
  const { accountId, broker, frozen, artifacts, revision, at } = wanted
  const route = brokerRoute(broker)
  const { transport, destination } = route
  if (!ports.transports.has(transport)) return noTransport(transport, `the broker ${broker.id}`)
  const mappedCsv = await mappedCsvOf(broker, frozen, ports)
  if (isRefusal(mappedCsv)) return mappedCsv
  const submissionId = submissionIdOf(accountId, frozen.exportId, revision)
  const message: BrokerMessage = { frozen, artifacts, mappedCsv, submissionId, revision, date: at }
  const { maxBodyBytes } = broker.submission
  if (travelsByMail(transport)) {
    const mail = await composedWithin(maxBodyBytes, { message, recipient: destination }, ports)
    return isRefusal(mail) ? mail : { route, ...mail }
  }
  const documentOf = transport === 'borderbuddy' ? borderBuddyDocument : brokerWebhookDocument
  const steps = documentOf(message, maxBodyBytes)
  const payload = await inSlices(steps, ports.clock)
  return isRefusal(payload) ? payload : { route, subject: null, payload }
}

/** The CSV in the columns that the broker asks for; null for the canonical ones, which every package has. */
async function mappedCsvOf(
  { id, submission: { columnMap = canonicalMap.name } }: RecordDocuments['broker'],
  frozen: FrozenPackage,
  { columnMaps, clock }: Ports,
): Promise<ExtraFile | null | Refusal> {
  if (columnMap === canonicalMap.name) return null
  const map = columnMaps.get(columnMap)
  if (map === undefined) {
    return unavailable(
      `This server has no column map ${columnMap}, which the broker ${id} names. Start it with its folder of maps, or ` +
        'sync the broker with another columnMap and plan again.',
    )
  }
  const file = { filename: `commercial_customs_invoice.${map.name}.csv`, mediaType: 'text/csv; charset=utf-8' }
  const pieces = await inSlices(columnMapSteps(frozen, map), clock)
  const { artifactType: _, ...csv } = await inSlices(renderedArtifact('cci_csv', file, pieces), clock)
  return csv
}

export interface ToNotify {
  readonly warehouse: RecordDocuments['warehouse']
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  /** Date of the message, milliseconds UTC. */
  readonly at: number
}

/** What tells the warehouse, without a message where its record has no channel; refused without a transport for it. */
export async function prepareNotification(wanted: ToNotify, ports: Ports): Promise<PreparedNotification | Refusal> {
  const { warehouse, frozen, artifacts, at } = wanted
  const id = ports.ids.next('ntf')
  const route = notificationRoute(warehouse)
  if (route === null) return { id, message: null }
  if (!ports.transports.has(route.channel)) return noTransport(route.channel, `the warehouse ${warehouse.id}`)
  const instructions = warehouse.notification?.instructions ?? null
  const told = { notificationId: id, frozen, artifacts, instructions, date: at }
  if (route.channel === 'webhook') return { id, message: { route, subject: null, payload: warehouseDocument(told) } }
  return { id, message: { route, ...(await composed(warehouseMail(told, route.recipient), ports)) } }
}

interface ComposedMail {
  readonly subject: string
  readonly payload: Uint8Array
}

/** The first form of the mail that the broker takes; its size is known only once it is composed. */
async function composedWithin(
  maxBodyBytes: number,
  { message, recipient }: { readonly message: BrokerMessage; readonly recipient: string },
  ports: Pick<Ports, 'mail'>,
): Promise<ComposedMail | Refusal> {
  let size = 0
  for (const mail of brokerMailsWithin(maxBodyBytes, message, recipient)) {
    const made = await composed(mail, ports)
    size = made.payload.byteLength
    if (size <= maxBodyBytes) return made
  }
  return tooLarge(message.frozen.packageNumber, size, maxBodyBytes)
}

async function composed(mail: OutgoingMail, ports: Pick<Ports, 'mail'>): Promise<ComposedMail> {
  return { subject: mail.subject, payload: await ports.mail.compose(mail) }
}

function noTransport(transport: DeliveryTransport, receiver: string): Refusal {
  return unavailable(
    `This server has no transport for ${transport}, by which ${receiver} is reached. ` +
      'Start it with one, or sync the record with another way to reach it and plan again.',
  )
}
