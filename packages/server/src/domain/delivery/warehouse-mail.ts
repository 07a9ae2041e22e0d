import type { OutgoingMail } from '../changes.ts'
import type { FrozenPackage, PackageInvoice } from '../execution/frozen-package.ts'
import { inKg, mailFacts } from './mail-facts.ts'
import { fileOf } from './stored-files.ts'
import type { WarehouseMessage } from './webhook-documents.ts'

/** The mail that tells a warehouse what leaves with a customs package: instructions, orders, packages; no prices. */
export function warehouseMail(message: WarehouseMessage, recipient: string): OutgoingMail {
  const { notificationId, frozen, artifacts, date } = message
  const { filename, mediaType, bytes } = fileOf(artifacts, 'packing_list')
  const { orderCount, packageCount } = frozen.totals
  return {
    id: notificationId,
    recipient,
    subject: `Packing list ${frozen.packageNumber}: ${counted(orderCount, 'order')}, ${counted(packageCount, 'package')}`,
    text: `${sections(message).join('\n\n')}\n`,
    date,
    attachments: [{ filename, mediaType, bytes }],
  }
}

function sections({ frozen, artifacts, instructions }: WarehouseMessage): string[] {
  const { filename, size, sha256 } = fileOf(artifacts, 'packing_list')
  const { packageNumber, shipFrom, exportId, invoices } = frozen
  return [
    `To ${shipFrom?.name ?? 'the warehouse'}:`,
    `customs package ${packageNumber} is made and goes to the broker now. Please pack and load what follows, and\nnothing else, under this number.`,
    facts(frozen),
    instructions === null || instructions.trim() === '' ? '' : `Instructions:\n${instructions.trim()}`,
    orderList(invoices, filename),
    `Attached: ${filename}, ${size} bytes, SHA-256 ${sha256}. It lists every line and what is in which package.`,
    `Wait for the broker before the goods leave. Keep ${packageNumber} in the subject when you answer.\nExport ${exportId}`,
  ].filter((section) => section !== '')
}

function facts({ totals, shipment, shipFrom }: FrozenPackage): string {
  return mailFacts([
    ['Orders', String(totals.orderCount)],
    ['Lines', String(totals.lineCount)],
    ['Packages', String(totals.packageCount)],
    ['Net weight', inKg(totals.netWeightKg)],
    ['Gross weight', inKg(totals.grossWeightKg)],
    ['Ship from', shipFrom?.name],
    ['Mode of transport', shipment.modeOfTransport],
    ['Port of entry', shipment.portOfEntry],
    ['Estimated entry', shipment.estimatedEntryDate],
    ['Carrier', shipment.carrierScac],
    ['Bill number', shipment.proBill],
  ])
}

/** A mail stays readable: the whole list is attached. */
const maxListed = 100

function orderList(invoices: readonly PackageInvoice[], filename: string): string {
  const more = invoices.length - maxListed
  const rest = more > 0 ? [`- and ${more} more, all in ${filename}`] : []
  return ['Orders:', ...invoices.slice(0, maxListed).map((invoice) => `- ${orderLine(invoice)}`), ...rest].join('\n')
}

function orderLine({ externalId, orderId, lines, packages }: PackageInvoice): string {
  const marks = packages.flatMap(({ marks: mark }) => (mark === null ? [] : [mark]))
  const shown = marks.slice(0, 5).join(', ')
  const marked = marks.length === 0 ? '' : `, marked ${shown}${marks.length > 5 ? ' and more' : ''}`
  return oneLine(
    `${externalId ?? orderId}: ${counted(lines.length, 'line')}, ${counted(packages.length, 'package')}${marked}`,
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
