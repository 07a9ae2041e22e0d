import type { DecidedPga, DecidedTradeAction, FindingExplanation, SeenDecision, SeenInput } from '@entrygo/sdk'
import type { Finding, RuleRecord } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { clip, count, plain, wrap } from './text.ts'

interface Shown {
  readonly planHash: string
  readonly explanations: readonly FindingExplanation[]
  readonly truncated: number
}

/** Each finding: what it says, its rule and authority, the remedy, the facts it saw, and what was decided of them. */
export function renderExplanations({ planHash, explanations, truncated }: Shown, style: Style): string {
  return [
    `${style.bold('Plan')} ${plain(planHash)}`,
    ...explanations.flatMap((explanation) => explanationLines(explanation, style)),
    ...(truncated > 0 ? ['', `and ${count(truncated, 'finding')} more; name one with its pointer or with #n`] : []),
  ].join('\n')
}

function explanationLines({ finding, rule, inputs, decision }: FindingExplanation, style: Style): string[] {
  const { ruleId, severity, code, pointer } = finding
  const mark = { BLOCK: style.bad, REVIEW: style.warn, INFO: style.bold }[severity] ?? style.bold
  return [
    '',
    `${mark(plain(severity))} ${style.bold(plain(ruleId))} ${plain(code)}`,
    ...('message' in finding ? wrap(finding.message, '  ') : []),
    ...wrap(`at ${pointer || 'the whole plan'}`, '    ', '  '),
    '',
    ...ruleLines(rule, style),
    ...('message' in finding ? remedyLines(finding) : []),
    '',
    style.bold('What it saw'),
    ...inputs.flatMap((input) => inputLines(input, style)),
    ...(decision === null ? [] : decisionLines(decision, style)),
  ]
}

const confidences: Readonly<Record<string, string>> = {
  H: 'H: the official text was read',
  M: 'M: an excerpt, or a source that cites it',
  L: 'L: general knowledge',
}

function ruleLines(rule: RuleRecord | null, style: Style): string[] {
  const title = style.bold('The rule')
  if (rule === null) {
    return [title, ...wrap('Its record is not at hand: the plan was made with another rule pack.', '  ')]
  }
  const { variant, scope, severity, messages, effectiveFrom, effectiveTo, recordedAt, at_execute } = rule
  const name = variant === null ? rule.ruleId : `${rule.ruleId}, variant "${variant}"`
  const from = effectiveFrom === null ? 'from the start' : `from ${effectiveFrom}`
  const to = effectiveTo === null ? 'with no end known' : `until ${effectiveTo}`
  return [
    title,
    ...wrap(`${name}: ${severity}, asked of each ${scope}`, '    ', '  '),
    ...Object.entries(messages).flatMap(([code, message]) => wrap(`${code}: ${message}`, '      ', '    ')),
    ...wrap(`In force ${from}, ${to}; recorded ${recordedAt}`, '    ', '  '),
    ...(at_execute === undefined ? [] : wrap('It refuses execute whatever was approved.', '  ')),
  ]
}

function remedyLines({ citation, confidence, fix, expected }: Finding): string[] {
  return [
    ...wrap(`Authority: ${citation} (${confidences[confidence] ?? confidence})`, '    ', '  '),
    ...wrap(`Remedy: ${fix.field}, for example ${fix.example}; from the ${fix.who}`, '    ', '  '),
    ...(expected === undefined ? [] : wrap(`Would clear it: ${expected}`, '    ', '  ')),
  ]
}

/** A fact can be a long list, and who wants all of it asks for JSON. */
const valueColumns = 300

function inputLines({ pointer, isGiven, value }: SeenInput, style: Style): string[] {
  const shown = isGiven ? wrap(clip(JSON.stringify(value), valueColumns), '    ') : [`    ${style.dim('not given')}`]
  return [...wrap(pointer || '/', '    ', '  '), ...shown]
}

function decisionLines({ order_id, line_id, trade_actions, pga }: SeenDecision, style: Style): string[] {
  return [
    '',
    style.bold('What was decided'),
    ...wrap(`on line ${line_id} of ${order_id}`, '  '),
    ...trade_actions.flatMap(actionLines),
    ...pga.flatMap(pgaLines),
  ]
}

function actionLines(action: DecidedTradeAction): string[] {
  const { heading, program, rate, status, why, asks = [], alternatives = [] } = action
  const words = [heading ?? 'a heading that is not known', program, rate, status].filter(Boolean).join(', ')
  return [
    ...wrap(words, '    ', '  '),
    ...(why === undefined ? [] : wrap(`because: ${why}`, '      ', '    ')),
    ...(asks.length === 0 ? [] : wrap(`asks: ${asks.join(', ')}`, '      ', '    ')),
    ...alternatives.flatMap((other) =>
      wrap(`else ${other.heading ?? 'none'} (${other.rate}): ${other.why}`, '      ', '    '),
    ),
  ]
}

function pgaLines({ agency, program, requirement, status, disclaimCode, citation }: DecidedPga): string[] {
  const words = [agency, program, requirement, status, disclaimCode].filter(Boolean).join(', ')
  return [...wrap(words, '    ', '  '), ...(citation === undefined ? [] : wrap(citation, '      ', '    '))]
}
