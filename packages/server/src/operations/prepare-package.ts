import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { brokerMail } from '../domain/delivery/mail-text.ts'
import { submissionIdOf } from '../domain/delivery/submission-id.ts'
import type { RenderedArtifact } from '../domain/execution/artifacts/rendered-artifact.ts'
import { brokerRoute } from '../domain/execution/broker-route.ts'
import { customsPackageOf } from '../domain/execution/customs-package.ts'
import type { FrozenPackage } from '../domain/execution/frozen-package.ts'
import type { PreparedSubmission } from '../domain/execution/new-submission.ts'
import type { ExportHistory, RecordDocuments } from '../domain/records.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { unavailable } from './unavailable.ts'

/** The customs package of the export's current plan, from the frozen snapshot alone. */
export function freezePackage(
  { export: { id: exportId }, plan }: ExportHistory,
  { snapshot, packageId }: { readonly snapshot: string; readonly packageId: string },
  { rulePack }: Pick<Ports, 'rulePack'>,
): FrozenPackage {
  // The text was written by this server as the canonical JSON of a PlanSnapshot and is bound to its hash.
  const parsed: PlanSnapshot = JSON.parse(snapshot)
  const { body, plannedAt } = plan
  // Quantities in units of the tariff are those of the pack that the plan names, or none.
  const reference = body.rulePack.digest === rulePack.digest ? rulePack.reference : null
  return customsPackageOf({ snapshot: parsed, body, exportId, packageId, plannedAt, reference })
}

export interface ToSubmit {
  readonly accountId: string
  readonly exportId: string
  readonly broker: RecordDocuments['broker']
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  readonly revision: number
  /** Date of the message, milliseconds UTC. */
  readonly at: number
}

/** The message to the broker as bytes, composed by the transport of its type; refused where the server has none. */
export async function prepareSubmission(wanted: ToSubmit, ports: Ports): Promise<PreparedSubmission | Refusal> {
  const { accountId, exportId, broker, frozen, artifacts, revision, at } = wanted
  const route = brokerRoute(broker)
  const transport = ports.transports.get(route.transport)
  if (transport === undefined) {
    return unavailable(
      `This server has no transport for ${route.transport}, by which the broker ${broker.id} is reached. ` +
        'Start it with one, or sync the broker with another submission type and plan again.',
    )
  }
  const submissionId = submissionIdOf(accountId, exportId, revision)
  const message = brokerMail({ frozen, artifacts, submissionId, revision, recipient: route.destination, date: at })
  const isMail = route.transport === 'email' || route.transport === 'byob_email'
  return { route, subject: isMail ? message.subject : null, payload: await transport.compose(message) }
}
