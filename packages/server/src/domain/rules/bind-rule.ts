import { ArgumentError, type Detect, type PackFacts, type Predicate } from './predicate.ts'
import { predicateRegistry } from './predicate-registry.ts'
import type { Rule } from './rule.ts'
import type { BoundRule } from './rule-pack.ts'

export type Binding = { readonly bound: BoundRule } | { readonly reason: string }

/** Ties a rule to its predicate: the name exists in its scope, the arguments fit, every code has a message. */
export function bindRule(rule: Rule, pack: PackFacts): Binding {
  try {
    return { bound: bound(rule, pack) }
  } catch (error) {
    if (error instanceof ArgumentError) return { reason: error.message }
    throw error
  }
}

function bound(rule: Rule, pack: PackFacts): BoundRule {
  const { scope } = rule
  switch (scope) {
    case 'product':
      return { scope, rule, ...detector(rule, predicateRegistry.product, pack) }
    case 'line':
      return { scope, rule, ...detector(rule, predicateRegistry.line, pack) }
    case 'order':
      return { scope, rule, ...detector(rule, predicateRegistry.order, pack) }
    case 'export':
      return { scope, rule, ...detector(rule, predicateRegistry.export, pack) }
  }
}

function detector<Facts>(
  rule: Rule,
  registry: Readonly<Record<string, Predicate<Facts>>>,
  pack: PackFacts,
): { readonly detect: Detect<Facts>; readonly reads: readonly string[]; readonly program: string | null } {
  const predicate = Object.hasOwn(registry, rule.predicate) ? registry[rule.predicate] : undefined
  if (predicate === undefined) throw new ArgumentError(`scope ${rule.scope} has no predicate ${rule.predicate}`)
  const unknown = Object.keys(rule.args).find((name) => !predicate.args.includes(name))
  if (unknown !== undefined) throw new ArgumentError(`args.${unknown} is not an argument of ${rule.predicate}`)
  const detect = predicate.bind(rule.args, pack)
  const codes: readonly string[] = predicate.codes(rule.args)
  const messages = Object.keys(rule.message)
  const unsaid = codes.find((code) => !messages.includes(code))
  if (unsaid !== undefined) throw new ArgumentError(`message.${unsaid} is missing: ${rule.predicate} can give it`)
  const unused = messages.find((code) => !codes.includes(code))
  if (unused !== undefined)
    throw new ArgumentError(`message.${unused} is never shown: ${rule.predicate} cannot give it`)
  const program = predicate.isOfProgram === true ? String(rule.args['program']) : null
  return { detect, reads: predicate.reads(rule.args), program }
}
