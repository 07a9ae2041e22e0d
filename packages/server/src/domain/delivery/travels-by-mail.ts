import type { DeliveryTransport } from '../records.ts'

/** Every other way is HTTP. */
export function travelsByMail(transport: DeliveryTransport): boolean {
  return transport === 'email' || transport === 'byob_email'
}
