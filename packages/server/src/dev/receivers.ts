import { join } from 'node:path'
import { type BrokerStandIn, startBrokerStandIn } from './broker-stand-in.ts'
import type { ArmedFaults } from './faults/armed-faults.ts'
import { type MailCatcher, startMailCatcher } from './mail-catcher.ts'
import { warehouseEmail } from './seed/parties.ts'
import type { StandIns } from './stand-ins.ts'
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts'

/** What each receiver took, one file for a message. */
export interface ReceivedFolders {
  /** `.eml`, of brokers and warehouses. */
  readonly mail: string
  /** What the stand-in for BorderBuddy holds. */
  readonly borderbuddy: string
  /** `.json` with headers, of brokers and warehouses. */
  readonly webhooks: string
}

export function receivedFolders(dataDir: string): ReceivedFolders {
  return {
    mail: join(dataDir, 'mail'),
    borderbuddy: join(dataDir, 'borderbuddy'),
    webhooks: join(dataDir, 'webhooks'),
  }
}

export interface RunningReceivers {
  readonly mailPort: number
  /** With the ports at which they listen now. */
  readonly standIns: StandIns
  close(): Promise<void>
}

/** Starts all that messages travel to, at the ports of the last start where they are free. */
export async function startReceivers(
  folders: ReceivedFolders,
  { borderbuddy, webhook }: StandIns,
  faults: ArmedFaults | null,
): Promise<RunningReceivers> {
  const opened: (MailCatcher | BrokerStandIn | WebhookReceiver)[] = []
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((receiver) => receiver.close()))
  }
  const strike = faults === null ? {} : { strike: faults.strikeReceiver }
  try {
    const mail = await startMailCatcher({ folder: folders.mail, warehouseEmail, ...strike })
    opened.push(mail)
    const broker = await startBrokerStandIn({ folder: folders.borderbuddy, ...borderbuddy, ...strike })
    opened.push(broker)
    const endpoint = await startWebhookReceiver({ folder: folders.webhooks, ...webhook, ...strike })
    opened.push(endpoint)
    const standIns = {
      borderbuddy: { ...borderbuddy, port: broker.port },
      webhook: { ...webhook, port: endpoint.port },
    }
    return { mailPort: mail.port, standIns, close }
  } catch (error) {
    await close()
    throw error
  }
}
