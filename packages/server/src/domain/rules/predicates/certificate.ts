import { type ProductFacts, placeInProduct } from '../facts.ts'
import type { CertificateFacts } from '../plan-inputs.ts'
import { type Detection, type ExportPredicate, textArgument, wholeNumberArgument } from '../predicate.ts'
import { isOver, valueOfLines } from './shipment.ts'

/**
 * Above the value limit every claimed product has a certification with all nine data elements (USMCA Annex 5-A); each
 * gap is a detection of its own. The party that certifies need not be repeated in its own role.
 */
export const certificateComplete: ExportPredicate = {
  codes: () => ['MISSING_DATA'],
  args: ['program', 'overUsd'],
  reads: () => ['products.preference', ...valueOfLines],
  bind: (args) => {
    const program = textArgument(args, 'program')
    const overUsd = wholeNumberArgument(args, 'overUsd')
    return (facts) =>
      isOver(facts, overUsd)
        ? facts.products.filter(({ product }) => product.preference?.program === program).flatMap(certificateGaps)
        : []
  },
}

function certificateGaps(facts: ProductFacts): Detection[] {
  const certificate = facts.product.preference?.certificate
  return elements
    .filter((element) => !isGiven(certificate, element))
    .map((element) => ({
      code: 'MISSING_DATA',
      field: `preference.certificate.${element.join('.')}`,
      place: placeInProduct(facts, 'preference', 'certificate', ...element),
      values: { field: element.join('.') },
    }))
}

type Element = readonly [keyof CertificateFacts, ...('name' | 'date')[]]

const elements: readonly Element[] = [
  ['certifiedBy'],
  ['certifier'],
  ['exporter'],
  ['producer'],
  ['importer'],
  ['descriptionAndHs6'],
  ['criterion'],
  ['blanketPeriod'],
  ['signature', 'name'],
  ['signature', 'date'],
]

function isGiven(certificate: CertificateFacts | undefined, [element, part]: Element): boolean {
  if (certificate === undefined) return false
  if (part !== undefined) return Boolean(certificate.signature?.[part])
  if (element === certificate.certifiedBy) return certificate.certifier !== undefined
  return certificate[element] !== undefined && certificate[element] !== ''
}
