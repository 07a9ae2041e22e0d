import type { OutgoingMail } from '../changes.ts'
import type { RenderedArtifact } from '../execution/artifacts/rendered-artifact.ts'
import type { FrozenPackage, PackageLine } from '../execution/frozen-package.ts'
import { inKg, mailFacts } from './mail-facts.ts'

/** What a broker is sent, in whatever form. */
export interface BrokerMessage {
  readonly frozen: FrozenPackage
  readonly artifacts: readonly RenderedArtifact[]
  /** The CSV in the columns of the broker's own system; null where the canonical one does. */
  readonly mappedCsv: ExtraFile | null
  readonly submissionId: string
  readonly revision: number
  /** Milliseconds UTC; the same in every attempt. */
  readonly date: number
}

/** A file that goes with the message and is not part of the package. */
export type ExtraFile = Omit<RenderedArtifact, 'artifactType'>

/**
 * The mail that hands a customs package to its broker, with what is attached, what it adds up to and what is still open: in
 * full, and then in ever fewer bytes for a broker that takes no more than `maxBodyBytes`, each time without the largest file
 * left, which the text names with its SHA-256. The CSV that the broker reads in and the manifest are in all of them. A form
 * whose files alone are too large is passed over, save the last.
 */
export function* brokerMailsWithin(
  maxBodyBytes: number,
  message: BrokerMessage,
  recipient: string,
): Generator<OutgoingMail, void> {
  const all = filesOf(message)
  const dispensable = all.filter((file) => !isIndispensable(file, message)).sort((a, b) => b.size - a.size)
  for (let without = 0; without <= dispensable.length; without += 1) {
    const leftOut = new Set(dispensable.slice(0, without))
    const attached = all.filter((file) => !leftOut.has(file))
    if (without === dispensable.length || inBase64(attached) <= maxBodyBytes)
      yield mailWith(attached, message, recipient)
  }
}

function mailWith(attached: readonly ExtraFile[], message: BrokerMessage, recipient: string): OutgoingMail {
  const { frozen, submissionId, revision, date } = message
  return {
    id: submissionId,
    recipient,
    subject: subject(frozen, revision),
    text: `${sections(message, attached).join('\n\n')}\n`,
    date,
    attachments: attached.map(({ filename, mediaType, bytes }) => ({ filename, mediaType, bytes })),
  }
}

function filesOf({ artifacts, mappedCsv }: BrokerMessage): readonly ExtraFile[] {
  return mappedCsv === null ? artifacts : [...artifacts, mappedCsv]
}

function isIndispensable(file: ExtraFile, { artifacts, mappedCsv }: BrokerMessage): boolean {
  const csv = mappedCsv ?? artifacts.find(({ artifactType }) => artifactType === 'cci_csv')
  return file === csv || artifacts.some((artifact) => artifact === file && artifact.artifactType === 'manifest')
}

function inBase64(files: readonly ExtraFile[]): number {
  return files.reduce((sum, { size }) => sum + Math.ceil(size / 3) * 4, 0)
}

/** Numbers alone: no text of a caller stands in a header. */
function subject({ packageNumber, totals }: FrozenPackage, revision: number): string {
  const again = revision === 1 ? '' : `, revision ${revision}`
  const size = `${counted(totals.orderCount, 'order')}, ${counted(totals.lineCount, 'line')}`
  return `Customs package ${packageNumber}${again}: ${size}, ${totals.enteredValueUsd} USD`
}

function sections(message: BrokerMessage, attached: readonly ExtraFile[]): string[] {
  const { frozen, revision } = message
  const leftOut = filesOf(message).filter((file) => !attached.includes(file))
  return [
    greeting(frozen, revision),
    facts(frozen),
    list('Attached', attached, fileText),
    list(
      'Part of the package and left out, since this mail would be too large: ask the exporter for',
      leftOut,
      fileText,
    ),
    list('Still open, please look at', openFindings(frozen), findingText),
    list('Customs treatment carried with the lines', treatments(frozen), treatmentText),
    partialRules(frozen),
    `To answer, reply to this mail and keep ${frozen.packageNumber} in the subject. If something must change, say which\n` +
      'order, line and field: the exporter corrects it and sends a new revision. Import commercial_customs_invoice.csv or\n' +
      '.json into your system; manifest.json lists every file with its SHA-256.',
    `Plan ${frozen.planHash}\nExport ${frozen.exportId}\nRules ${frozen.rulePack.id}-${frozen.rulePack.version}, groups ` +
      `${frozen.rulePack.groups.join(' ')}, read as of ${frozen.rulePack.asOf}, valid through ${frozen.rulePack.validThrough}`,
  ].filter((section) => section !== '')
}

function fileText({ filename, size, sha256 }: ExtraFile): string {
  return `${filename}, ${size} bytes, SHA-256 ${sha256}`
}

function greeting({ packageNumber, broker, importer, shipFrom }: FrozenPackage, revision: number): string {
  const importerName = importer?.party.name
  const sentence =
    `please prepare the entry for customs package ${packageNumber}${revision === 1 ? '' : ` (revision ${revision} of this mail)`}` +
    `${importerName === undefined ? '' : `, importer of record ${importerName}`}` +
    `${shipFrom?.name === undefined ? '' : `, shipped from ${shipFrom.name}`}`
  return [
    `To ${broker.name ?? 'the customs broker'}:`,
    '',
    // A company name may end in a point of its own.
    sentence.endsWith('.') ? sentence : `${sentence}.`,
  ].join('\n')
}

function facts({ totals, shipment, importer, export_units }: FrozenPackage): string {
  return mailFacts([
    ['Orders', String(totals.orderCount)],
    ['Lines', String(totals.lineCount)],
    ['Packages', String(totals.packageCount)],
    ['Value of goods', `${totals.goodsValueUsd} USD`],
    ['Value for customs', `${totals.enteredValueUsd} USD`],
    ['Total of all invoices', `${totals.invoiceTotalUsd} USD`],
    ['Net weight', inKg(totals.netWeightKg)],
    ['Gross weight', inKg(totals.grossWeightKg)],
    ['Entry types planned', [...new Set(export_units.map(({ entry_type }) => entry_type))].join(', ')],
    ['Importer number', importer?.iorNumber],
    ['Country of export', shipment.countryOfExport],
    ['Mode of transport', shipment.modeOfTransport],
    ['Port of entry', shipment.portOfEntry],
    ['Estimated entry', shipment.estimatedEntryDate],
    ['Carrier', shipment.carrierScac],
    ['Bill number', shipment.proBill],
  ])
}

function openFindings({ findings }: FrozenPackage): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'INFO')
}

type Finding = FrozenPackage['findings'][number]

function findingText({ severity, ruleId, message, order_id, line_id }: Finding): string {
  const place = [order_id, line_id === undefined ? undefined : `line ${line_id}`].filter((part) => part !== undefined)
  return `${severity} ${ruleId}${place.length === 0 ? '' : ` (${place.join(', ')})`}: ${oneLine(message)}`
}

interface Treated {
  readonly invoiceNumber: string
  readonly lineNumber: number
  readonly treatment:
    | PackageLine['trade_actions'][number]
    | PackageLine['pga'][number]
    | PackageLine['declaredPga'][number]
}

function treatments({ invoices }: FrozenPackage): readonly Treated[] {
  return invoices.flatMap(({ invoiceNumber, lines }) =>
    lines.flatMap(({ lineNumber, trade_actions, pga, declaredPga }) =>
      [...trade_actions, ...pga, ...declaredPga].map((treatment) => ({ invoiceNumber, lineNumber, treatment })),
    ),
  )
}

function treatmentText({ invoiceNumber, lineNumber, treatment }: Treated): string {
  const { program, status } = treatment
  const words =
    'agency' in treatment
      ? ['PGA', treatment.agency, program, treatment.flag, status, treatment.disclaimCode]
      : [program, treatment.heading, treatment.rate, status]
  return `invoice ${invoiceNumber} line ${lineNumber}: ${words.filter((part) => part !== null).join(' ')}`
}

function partialRules({ flags, rulePack }: FrozenPackage): string {
  if (!flags.includes('RULES_PARTIAL')) return ''
  return `Only the rule groups ${rulePack.groups.join(' ')} were looked at: nothing is said here about any other.`
}

/** A mail stays readable: the whole list is in the attached files. */
const maxListed = 100

function list<Item>(title: string, items: readonly Item[], textOf: (item: Item) => string): string {
  if (items.length === 0) return ''
  const more = items.length - maxListed
  const rest = more > 0 ? [`- and ${more} more, all in commercial_customs_invoice.json`] : []
  return [`${title}:`, ...items.slice(0, maxListed).map((item) => `- ${textOf(item)}`), ...rest].join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
