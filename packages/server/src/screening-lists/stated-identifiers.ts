import { comparableNumber, type IdentifierKind, type ListedIdentifier } from '../domain/screening/identifiers.ts'
import { countryCode } from './country-codes.ts'

/** Identifiers in the remarks of an SDN entry: `Tax ID No. 123456 (Russia); D-U-N-S Number 12-345-6789; ...`. */
export function identifiersInRemarks(remarks: string): ListedIdentifier[] {
  return remarks.split(';').flatMap((part) => {
    const text = part.trim().replace(/^alt\. /i, '')
    const known = labels.find(([label]) => text.toLowerCase().startsWith(`${label} `))
    if (known === undefined) return []
    const [label, kind] = known
    const [, number = '', country = ''] = /^([^()]*)(?:\(([^()]*)\))?/.exec(text.slice(label.length).trim()) ?? []
    return identifier(kind, { label: text.slice(0, label.length), number, country })
  })
}

/** Identifiers in a row of the Consolidated Screening List: `Tax ID No., 123456, RU; Passport, ...`. */
export function identifiersInIds(ids: string): ListedIdentifier[] {
  return ids.split(';').flatMap((part) => {
    const [label = '', number = '', country = ''] = part.split(',').map((cell) => cell.trim())
    const known = labels.find(([name]) => name === label.toLowerCase())
    if (known !== undefined) return identifier(known[1], { label, number, country })
    return identifiersInRemarks(part)
  })
}

/**
 * What the lists call an identifier that a party may give. Numbers of tax and company registers are one in many
 * countries, so both are compared with `taxId`; passports, phones and vessels are not compared.
 */
const labels: readonly (readonly [label: string, kind: IdentifierKind])[] = [
  ['business number', 'taxId'],
  ['business registration number', 'taxId'],
  ['c.r. no.', 'taxId'],
  ['c.u.i.t.', 'taxId'],
  ['commercial registry number', 'taxId'],
  ['company number', 'taxId'],
  ['enterprise number', 'taxId'],
  ['fiscal code', 'taxId'],
  ['italian fiscal code', 'taxId'],
  ['legal entity number', 'taxId'],
  ['nit #', 'taxId'],
  ['public registration number', 'taxId'],
  ['registration id', 'taxId'],
  ['registration number', 'taxId'],
  ['rfc', 'taxId'],
  ['rif #', 'taxId'],
  ['ruc #', 'taxId'],
  ['tax id no.', 'taxId'],
  ['trade license no.', 'taxId'],
  ['unified social credit code (uscc)', 'taxId'],
  ['us fein', 'taxId'],
  ['v.a.t. number', 'taxId'],
  ['d-u-n-s number', 'duns'],
  ['duns number', 'duns'],
]

interface Stated {
  readonly label: string
  readonly number: string
  readonly country: string
}

function identifier(kind: IdentifierKind, { label, number, country }: Stated): ListedIdentifier[] {
  const comparable = comparableNumber(number)
  if (comparable === null) return []
  return [{ kind, number: comparable, stated: `${label} ${number.trim()}`, country: countryCode(country) }]
}
