import type { LineTreatment } from '@entrygo/sdk/contract'
import { customsQuantity, netWeightKg } from '../customs/customs-quantity.ts'
import type { CustomsReference } from '../customs/customs-reference.ts'
import { decimalText, parseDecimal } from '../customs/decimal.ts'
import { centsText, divideHalfUp, lineValueCents, scaledWireNumber, usdCents } from '../customs/money.ts'
import { findTariffLine } from '../customs/tariff-schedule.ts'
import type { DeclaredPga, PackageCustomsQuantity, PackageLine, PackageMetals } from './frozen-package.ts'
import { partyIn } from './package-party.ts'
import { booleanIn, type Json, numberIn, objectIn, objectsIn, textIn, textsIn } from './read-json.ts'

export interface LineSource {
  readonly orderId: string
  readonly index: number
  readonly line: Json
  readonly product: Json
  readonly productId: string
  readonly treatment: LineTreatment | undefined
  /** Reference lists of the rule pack that made the plan. */
  readonly reference: TariffReference | null
}

export type TariffReference = Pick<CustomsReference, 'tariff' | 'units'>

/** One invoice line; what the line states of its lot beats what the product states. */
export function packageLine(source: LineSource): PackageLine {
  const { line, product, treatment, index } = source
  const quantity = numberIn(line, 'quantity') ?? 0
  const unitValueUsd = numberIn(line, 'unitValueUsd') ?? 0
  const customsValueUsd = numberIn(line, 'customsValueUsd')
  const unitPrice = objectIn(line, 'unitPrice')
  const [amount, currency] = [textIn(unitPrice, 'amount'), textIn(unitPrice, 'currency')]
  return {
    lineNumber: index + 1,
    lineId: lineIdAt(line, index),
    productId: source.productId,
    sku: textIn(product, 'sku') ?? textIn(product, 'externalId'),
    description: textIn(product, 'description'),
    brand: textIn(product, 'brand'),
    model: textIn(product, 'model'),
    htsCode: treatment?.htsCode ?? textIn(product, 'htsCode'),
    countryOfOrigin:
      treatment?.countryOfOrigin ?? textIn(line, 'countryOfOrigin') ?? textIn(product, 'countryOfOrigin'),
    quantity: decimalText(scaledWireNumber(quantity)),
    uom: textIn(line, 'uom') ?? textIn(product, 'uom'),
    customsQuantities: customsQuantities(source),
    unitValueUsd: unitValueText(unitValueUsd),
    lineValueUsd: centsText(lineValueCents(quantity, unitValueUsd)),
    customsValueUsd: customsValueUsd === null ? null : centsText(usdCents(customsValueUsd)),
    unitPrice: amount === null || currency === null ? null : { amount, currency },
    netWeightKg: netWeight(source),
    grossWeightKg: textIn(line, 'grossWeightKg'),
    lotOrSerial: textIn(line, 'lotOrSerial'),
    manufacturer: partyIn(line, 'manufacturer') ?? partyIn(product, 'manufacturer'),
    spi: textIn(objectIn(product, 'preference'), 'program') === 'USMCA' ? 'S' : null,
    ch99: chapter99(line, treatment),
    metals: metals(source),
    usContentPct: textIn(product, 'usContentPct'),
    adcvdCases: adcvdCases(product),
    trade_actions: treatment?.trade_actions ?? [],
    pga: treatment?.pga ?? [],
    declaredPga: declaredPga(product, treatment),
  }
}

export function lineIdAt(line: Json, index: number): string {
  return textIn(line, 'lineId') ?? String(index + 1)
}

/** Two decimals at least, four at most. */
function unitValueText(unitValueUsd: number): string {
  const [whole = '0', fraction = ''] = decimalText(scaledWireNumber(unitValueUsd)).split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

function netWeight(source: LineSource): string | null {
  const scaled = netWeightKg(measured(source))
  return scaled === null ? null : decimalText(scaled)
}

function measured({ line, product }: LineSource): Parameters<typeof netWeightKg>[0] {
  return {
    quantity: numberIn(line, 'quantity') ?? 0,
    uom: textIn(line, 'uom') ?? textIn(product, 'uom') ?? undefined,
    customsQty1: textIn(line, 'customsQty1') ?? undefined,
    customsQty2: textIn(line, 'customsQty2') ?? undefined,
    netWeightKg: textIn(line, 'netWeightKg') ?? undefined,
    unitNetWeightG: textIn(product, 'unitNetWeightG') ?? undefined,
  }
}

/** In the units of the HTS when the rules of the plan are at hand, else as the owner states them. */
function customsQuantities(source: LineSource): PackageCustomsQuantity[] {
  const { reference, treatment, product, line } = source
  const match = findMatch(reference, treatment?.htsCode ?? textIn(product, 'htsCode'))
  if (reference === null || match.length === 0) {
    return ['customsQty1', 'customsQty2'].flatMap((name) => {
      const quantity = textIn(line, name)
      return quantity === null ? [] : [{ quantity, unit: null, basis: 'stated' as const }]
    })
  }
  return match.flatMap((unit, position) => {
    const found = customsQuantity(reference.units, measured(source), { index: position === 0 ? 0 : 1, unit })
    return found.quantity === null ? [] : [{ quantity: found.quantity, unit, basis: found.basis }]
  })
}

function findMatch(reference: TariffReference | null, htsCode: string | null): readonly string[] {
  if (reference === null || htsCode === null) return []
  const match = findTariffLine(reference.tariff, htsCode)
  return match.kind === 'line' ? match.units : []
}

function chapter99(line: Json, treatment: LineTreatment | undefined): string[] {
  const applying = (treatment?.trade_actions ?? []).flatMap(({ status, heading }) =>
    status === 'applies' && heading !== null ? [heading] : [],
  )
  return [...new Set([...textsIn(line, 'ch99Codes'), ...applying].map((heading) => heading.replace(/\D/g, '')))]
}

function metals({ line, product }: LineSource): PackageMetals {
  const facts = line['metals'] === undefined ? objectIn(product, 'metals') : objectIn(line, 'metals')
  const [steel, aluminum, copper] = [objectIn(facts, 'steel'), objectIn(facts, 'aluminum'), objectIn(facts, 'copper')]
  return {
    steelMeltPour: textIn(steel, 'meltPour'),
    aluminumPrimarySmelt: textIn(aluminum, 'primarySmelt'),
    aluminumSecondarySmelt: textIn(aluminum, 'secondarySmelt'),
    aluminumCast: textIn(aluminum, 'cast'),
    copperSmelt: textIn(copper, 'smelt'),
    copperCast: textIn(copper, 'cast'),
    weightPct: metalShare([steel, aluminum, copper], textIn(product, 'articleWeightG')),
    evidence: textIn(facts, 'evidence'),
  }
}

/** Percent with four decimals at most, rounded half-up; null when a weight is missing. */
function metalShare(parts: readonly Json[], articleWeightG: string | null): string | null {
  const weights = parts.flatMap((part) => (textIn(part, 'weightG') === null ? [] : [textIn(part, 'weightG') ?? '']))
  const article = articleWeightG === null ? null : parseDecimal(articleWeightG)
  if (weights.length === 0 || article === null || article === 0n) return null
  const metal = weights.reduce((sum, weight) => sum + (parseDecimal(weight) ?? 0n), 0n)
  return decimalText(divideHalfUp(metal * 1_000_000n, article))
}

function adcvdCases(product: Json): string[] {
  const inScope = objectsIn(product, 'adcvd').filter((answer) => booleanIn(answer, 'inScope') !== false)
  return inScope.flatMap((answer) => textIn(answer, 'case') ?? [])
}

function declaredPga(product: Json, treatment: LineTreatment | undefined): DeclaredPga[] {
  const carried = new Set((treatment?.pga ?? []).map(({ program }) => program.toLowerCase()))
  const declarations = objectIn(product, 'pga')
  return Object.keys(declarations)
    .filter((program) => !carried.has(program.toLowerCase()))
    .sort()
    .map((program) => {
      const declaration = objectIn(declarations, program)
      const [status, code] = [textIn(declaration, 'status'), textIn(declaration, 'disclaimCode')]
      return {
        program,
        agency: (program.split('_')[0] ?? program).toUpperCase(),
        flag: textIn(declaration, 'flag'),
        status: pgaStatuses.find((known) => known === status) ?? 'unknown',
        disclaimCode: disclaimCodes.find((known) => known === code) ?? null,
        data: { ...objectIn(declaration, 'data') },
      }
    })
}

const pgaStatuses = ['data', 'disclaimed', 'unknown'] as const
const disclaimCodes = ['A', 'B', 'C', 'D'] as const
