import { centsText, sumCents } from '../../customs/money.ts'
import { centsIn } from '../cents-in.ts'
import type { DeclaredPga, PackageInvoice, PackageLine } from '../frozen-package.ts'

/** Charges that are not in the prices and are meant, summed; empty where there is none. */
export function chargeCell({ charges }: PackageInvoice, isMeant: (type: string) => boolean): string {
  const meant = charges.filter(({ type, included }) => !included && isMeant(type))
  return meant.length === 0 ? '' : centsText(sumCents(meant.map(({ amountUsd }) => centsIn(amountUsd))))
}

/** Treatments of the plan, then the owner's declarations under programs that no rule looked at. */
export function pgaOf({ pga, declaredPga }: PackageLine): readonly DeclaredPga[] {
  return declaredPga.length === 0 ? pga : [...pga, ...declaredPga]
}

export function pgaJson(data: DeclaredPga['data'] | undefined): string {
  return data === undefined || Object.keys(data).length === 0 ? '' : JSON.stringify(data)
}

/** The first text under this name that is given to a program of the agency. */
export function pgaText(line: PackageLine, agency: string, name: string): string {
  const values = pgaOf(line)
    .filter(({ program }) => program.toLowerCase().startsWith(agency))
    .map(({ data }) => data[name])
  return values.find((value) => typeof value === 'string') ?? ''
}

export function laceyJson(line: PackageLine): string {
  return pgaJson(pgaOf(line).find(({ program }) => program.toLowerCase() === 'lacey')?.data)
}

/** What has no column of its own and what nobody has answered yet. */
export function remarks(line: PackageLine): string {
  const open = line.trade_actions.filter(({ status }) => status === 'needs_answer')
  return [
    ...(line.customsValueUsd === null ? [] : [`value for customs ${line.customsValueUsd} USD`]),
    ...(line.unitPrice === null ? [] : [`invoiced at ${line.unitPrice.amount} ${line.unitPrice.currency} a unit`]),
    ...(line.lotOrSerial === null ? [] : [`lot or serial ${line.lotOrSerial}`]),
    ...open.map(({ program, heading }) => `${program}${heading === null ? '' : ` ${heading}`} needs an answer`),
  ].join('; ')
}
