import type { Rule } from '../../packages/server/src/domain/rules/rule.ts'

const always = (): boolean => true
const textileChapters = Array.from({ length: 14 }, (_, index) => String(50 + index))

/**
 * The rules of the groups in the pack that may BLOCK, with the condition: confidence H, or M with standing law. Every
 * other rule yields at most REVIEW.
 */
export const blockingRules: Readonly<Record<string, (rule: Rule) => boolean>> = {
  'INV-01': always,
  'INV-02': always,
  'INV-04': always,
  'INV-05': always,
  'INV-06': always,
  'INV-07': always,
  'INV-16': ({ htsPrefixes }) => htsPrefixes?.every((prefix) => textileChapters.includes(prefix)) ?? false,
  'ENT-01': always,
  'ENT-04': always,
  'ENT-05': always,
  'ENT-06': always,
  'ORG-01': always,
  'ORG-04': always,
  'ORG-07': ({ predicate }) => predicate === 'makerMatchedScreening',
}
