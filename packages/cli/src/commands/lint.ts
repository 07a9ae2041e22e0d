import type { Severity } from '@entrygo/sdk/contract'
import { easternDate, type Finding, loadRulePack, type RulePack, resolveRules } from '@entrygo/server/rules'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { recordsAmong } from '../input/records.ts'
import { lawDateOf } from '../law-date.ts'
import { type CheckedProduct, checkProducts, isRefused } from '../lint/check-products.ts'
import { claimFile } from '../lint/claimed-file.ts'
import { type FillInCounts, FillInRows } from '../lint/fill-in-rows.ts'
import { LintReport } from '../lint/lint-report.ts'
import { LintTally } from '../lint/lint-summary.ts'
import { openItems } from '../sync/sync-input.ts'

/** `entrygo lint`: the rules about products over a catalogue, before any order exists. Offline; nothing is stored. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const csv = flags.text('csv')
  if (csv === '-' && output.isForPrograms)
    throw usageError('--csv - and --json both want stdout: name a file for the CSV.', '--csv')
  const asOf = lawDateOf(flags, () => easternDate(Date.now()))
  const records = recordsAmong(await openItems(context, { noun: 'products', keepsRows: false }))
  const pack = loadRulePack()
  const isAsked = filterOf(context, pack)
  const target = csv === undefined || csv === '-' ? undefined : claimFile(terminal, csv, flags.isSet('force'))
  const tally = new LintTally()
  const rows = csv === undefined ? undefined : new FillInRows()
  const report = output.isForPrograms ? new LintReport() : undefined
  try {
    for await (const product of checkProducts(records, resolveRules(pack, asOf))) {
      if (isRefused(product)) tally.refuse(product)
      else take(product, { tally, rows, report, isAsked })
      const { count } = tally
      if (count % 1000 === 0) output.progress(`${count} products checked`)
    }
    await show(context, { asOf, pack, tally, rows, report, csv, write: target?.write })
  } finally {
    rows?.close()
    report?.close()
    target?.release()
  }
  return exitCodeOf(tally)
}

interface Lint {
  readonly tally: LintTally
  readonly rows: FillInRows | undefined
  readonly report: LintReport | undefined
}

function take(
  product: CheckedProduct,
  { tally, rows, report, isAsked }: Lint & { readonly isAsked: (finding: Finding) => boolean },
): void {
  const findings = product.findings.filter(isAsked)
  tally.add(product, findings)
  rows?.add({ ...product, findings })
  report?.add(product, findings)
}

/** The findings that `--only` and `--rule` ask for. A rule that never looks at products is a usage error. */
function filterOf({ flags }: CommandContext, pack: RulePack): (finding: Finding) => boolean {
  const only = flags.text('only')
  const ruleId = flags.text('rule')
  const known = pack.rules.filter(({ rule }) => rule.id === ruleId)
  if (ruleId !== undefined && known.length === 0)
    throw usageError(`--rule is "${ruleId}": the rule pack has no such rule.`, '--rule')
  if (ruleId !== undefined && !known.some(({ scope }) => scope === 'product'))
    throw usageError(`--rule is "${ruleId}", a rule about orders or shipments: lint sees products alone.`, '--rule')
  return (finding) =>
    (only === undefined || finding.severity === only) && (ruleId === undefined || finding.ruleId === ruleId)
}

/** Refused input first, then what blocks; a filter that leaves nothing open ends well. */
function exitCodeOf(tally: LintTally): ExitCode {
  const { refused, facts } = tally.summary()
  const has = (severity: Severity): boolean => facts.some((fact) => fact.severity === severity)
  if (refused > 0) return 2
  return has('BLOCK') ? 5 : has('REVIEW') ? 3 : 0
}

interface Shown extends Lint {
  readonly asOf: string
  readonly pack: RulePack
  readonly csv: string | undefined
  readonly write: ((pieces: AsyncIterable<string>) => Promise<void>) | undefined
}

async function show({ output }: CommandContext, shown: Shown): Promise<void> {
  const { asOf, pack, tally, rows, report, csv, write } = shown
  const filled = rows?.counts()
  if (rows !== undefined && write !== undefined && filled !== undefined && filled.rows > 0) await write(rows.csv())
  const head = {
    asOf,
    isLawKnown: pack.validFrom <= asOf && asOf <= pack.validThrough,
    rulePack: {
      id: pack.id,
      version: pack.version,
      htsRevision: pack.htsRevision,
      groups: pack.groups,
      isComplete: pack.isComplete,
    },
    // An order brings values, parties, packages and the shipment: a plan looks at those.
    notRun: ['line', 'order', 'export'] as const,
    ...tally.summary(),
    csv: filled === undefined || csv === undefined ? null : { file: csv, ...filled },
    refusals: tally.refusals,
  }
  if (report !== undefined) return output.pour(report.document(head))
  if (csv === '-' && rows !== undefined && filled !== undefined) {
    if (filled.rows > 0) await output.pour(rows.csv())
    return output.note(noteOn({ ...head, ...filled }))
  }
  await output.show({ data: head }, async (style) => {
    const { renderLint } = await import('../render/lint.ts')
    return renderLint(head, style)
  })
}

/** What stderr says of a CSV on stdout. */
function noteOn(counts: { readonly products: number; readonly refused: number } & FillInCounts): string {
  const { rows, products, refused, leftOut } = counts
  const refusals =
    refused === 1 ? '1 record that the sync would refuse is' : `${refused} records that the sync would refuse are`
  return [
    `${rows} of ${products} products wait for facts and stand in the CSV.`,
    ...(refused === 0 ? [] : [`${refusals} left out: run it without --csv to see why.`]),
    ...(leftOut === 0 ? [] : [`${leftOut} hold what a CSV cannot carry, and are left out.`]),
  ].join(' ')
}
