import { inputError } from '../errors.ts'

// CSV has texts alone. These are the fields of the contract that are not: a test compares the lists with the contract.
const numbers =
  /(?:^|\.)(?:quantity|modelYear|keyWindowSeconds|settleSeconds|maxBodyBytes|concurrency|approvalTtlHours)$|Usd$/

const booleans =
  /(?:^|\.)(?:relatedParty|isUsIor|childrenProduct|isVehiclePart|isCabinetOrVanity|isQuartzSurface|isUas|thermalImaging|dockingStation|patented|generic|lithiumBattery|inScope|included|ispm15|poaOnFile|queryable)$/

/** The value of a cell by the type that its field has in the contract. Free `metadata` stays text. */
export function cellValue(title: string, text: string, at: string): string | number | boolean {
  const kind = cellKind(title)
  if (kind === 'number') return numberOf(title, text, at)
  if (kind === 'boolean') return booleanOf(title, text, at)
  return text
}

/** What the contract has in a field that is named by its path. */
export function cellKind(path: string): 'number' | 'boolean' | 'text' {
  if (/(?:^|\.)(?:metadata|data)\./.test(path)) return 'text'
  if (numbers.test(path)) return 'number'
  return booleans.test(path) ? 'boolean' : 'text'
}

function numberOf(title: string, text: string, at: string): number {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15) return Number(text)
  throw inputError(`${at}, column ${title} is "${text}": give a plain number such as 1234.50.`, title)
}

function booleanOf(title: string, text: string, at: string): boolean {
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  throw inputError(`${at}, column ${title} is "${text}": give true or false.`, title)
}
