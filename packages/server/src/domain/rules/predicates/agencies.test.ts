import { expect, it } from 'vitest'
import { loadRulePack } from '../../../rule-pack-files.ts'
import { bindRule } from '../bind-rule.ts'
import type { Rule } from '../rule.ts'

const pack = loadRulePack()

const windows = { truck: 'a', rail: 'b', air: 'c', ocean: 'd', mail: 'e' }

it.each([
  ['product', 'agencyDecided', { program: 'fda_tobacco' }, 'args.program must be one of fda_food, fda_cos,'],
  ['product', 'agencyDecided', {}, 'args.program must be a text'],
  ['product', 'agencyDecided', { program: 'fcc', code: 'CHECK' }, 'args.code must be one of QUESTION, NOTICE'],
  ['product', 'agencyDataGiven', { program: 'fcc', of: 'all' }, 'args.of must be one of needs, asks'],
  ['product', 'agencyPassedOver', { program: 'lacey', kg: 3 }, 'args.kg is not an argument of agencyPassedOver'],
  ['export', 'priorNoticeModeStated', { program: 'food' }, 'args.program must be one of fda_food, fda_cos,'],
  ['export', 'priorNoticeTimed', { program: 'fda_food' }, 'args.windows.truck must be a text'],
  [
    ...(['export', 'priorNoticeTimed', { program: 'fda_food', windows: { ...windows, mail: 8 } }] as const),
    'args.windows.mail must be a text',
  ],
] as const)('a rule of scope %s with %s and %j is refused', (...[scope, predicate, args, reason]) => {
  const rule: Rule = {
    ...{ id: 'PGA-TEST', variant: null, group: 'PGA', scope, severity: 'REVIEW', predicate, args },
    ...{ message: { NOTICE: 'x' }, fix: { field: 'pga', example: '{}', who: 'owner' }, flags: [] },
    ...{ citation: 'test', confidence: 'L', effectiveFrom: null, effectiveTo: null, recordedAt: '2026-11-21' },
  }
  expect(bindRule(rule, pack)).toEqual({ reason: expect.stringContaining(reason) })
})
