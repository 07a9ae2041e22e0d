import type { DestinationRules } from './domain/delivery/destination-url.ts'
import { type ColumnMaps, loadColumnMaps } from './edge/column-maps.ts'
import { documentFonts } from './edge/document-fonts.ts'
import type { Clock, Ports } from './ports.ts'
import { type Settings, SettingsError } from './settings.ts'
import { borderBuddyTransport } from './transports/border-buddy.ts'
import { mailComposer } from './transports/mail-bytes.ts'
import { outgoingHttp } from './transports/outgoing-http.ts'
import { smtpTransport } from './transports/smtp.ts'
import { webhookTransport } from './transports/webhook.ts'

/**
 * Every way that a message can leave, as the settings have it: one mail server for all mail, one guarded client for all
 * HTTP. The same rules of destinations hold where a URL is stored and where it is called.
 */
export function wireDeliveries(
  { smtp, columnMaps, allowsLoopbackHttp = false }: Pick<Settings, 'smtp' | 'columnMaps' | 'allowsLoopbackHttp'>,
  clock: Clock,
): Pick<Ports, 'transports' | 'mail' | 'destinations' | 'columnMaps' | 'fonts'> {
  const destinations: DestinationRules = { allowLoopbackHttp: allowsLoopbackHttp }
  const { host, port, from, security, user, password } = smtp
  const mails = smtpTransport({
    ...{ host, port, from },
    secure: security === 'tls',
    requireTls: security === 'starttls',
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { pass: password }),
  })
  const http = outgoingHttp(destinations)
  const webhooks = webhookTransport({ http, clock })
  return {
    transports: new Map([
      // A broker of one's own is reached by the same mail server as any other.
      ['email', mails],
      ['byob_email', mails],
      ['borderbuddy', borderBuddyTransport({ http, clock })],
      ['byob_webhook', webhooks],
      ['webhook', webhooks],
    ]),
    mail: mailComposer({ from, messageIdDomain: from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '') }),
    destinations,
    columnMaps: columnMapsOf(columnMaps),
    fonts: documentFonts,
  }
}

/** The shipped maps and those of the operator, which win. */
function columnMapsOf(folder: string | undefined): ColumnMaps {
  const shipped = loadColumnMaps()
  if (folder === undefined) return shipped
  try {
    return new Map([...shipped, ...loadColumnMaps(folder)])
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    throw new SettingsError(`The column maps of ${folder} (ENTRYGO_SERVER_COLUMN_MAPS) cannot be used. ${cause}`)
  }
}
