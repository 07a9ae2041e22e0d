import { stripVTControlCharacters } from 'node:util'
import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { hostileTexts } from '../../../../test/lanes/support/hostile-text.ts'
import { seededRandom } from '../../../../test/lanes/support/random.ts'
import { manyOrders, withTexts } from '../../../../test/lanes/support/report-texts.ts'
import { troubledExport, withValues } from '../testing/example-exports.ts'
import { renderExport } from './export.ts'
import { markdownPlan } from './markdown/plan.ts'
import { renderPlan } from './plan.ts'
import { plainStyle as style, styleFor } from './style.ts'
import { plain, widthOf } from './text.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const coloured = styleFor({ isTTY: true }, {})

function planNamed(name: string): ExportPlan {
  const value: unknown = exampleNamed(name)
  return withValues(value as ExportPlan)
}

const scripts = [
  '東京都千代田区の手帳と文房具の専門店からの注文',
  '한국어로 적힌 상품 이름',
  'ชื่อสินค้าภาษาไทยที่ยาวมาก',
  'नोटबुक कठोर आवरण',
  '👩‍👩‍👧‍👦🇨🇦❤️‍🔥 gift',
  'Z͑ͫ̓a̴l̵g̷o̶',
  'ＦＵＬＬ ＷＩＤＴＨ',
  'x'.repeat(300),
  `${'ab '.repeat(60)}`,
]

/** Plans and exports whose every text is one of these in turn. */
function told(texts: readonly string[]): string[] {
  let at = 0
  const text = (): string => texts[at++ % texts.length] ?? ''
  const sources = [planNamed('PlanReady'), planNamed('PlanReview'), planNamed('PlanBlocked')]
  const plans = sources.flatMap((plan) => {
    const { plan: hostile, snapshot } = withTexts(
      { plan, next: [], ...(plan.snapshot && { snapshot: plan.snapshot }) },
      text,
    )
    const whole = { ...plan, ...hostile, ...(snapshot !== undefined && { snapshot }) }
    return [renderPlan(whole, { style, next: [] })]
  })
  const found: Export = troubledExport()
  const hostile = { ...found, ...withTexts({ plan: found, next: [] }, text).plan }
  return [...plans, renderExport(hostile, { style, next: [], now })].flatMap((shown) => shown.split('\n'))
}

it('whatever the texts are, no line is wider than 80 columns and none steers the terminal', () => {
  const lines = [...scripts, ...hostileTexts(seededRandom(3), 300)].flatMap((_, index, all) =>
    index % 20 === 0 ? told(all.slice(index, index + 20)) : [],
  )
  expect(lines.filter((line) => widthOf(line) > 80)).toEqual([])
  expect(lines.filter((line) => line !== plain(line))).toEqual([])
})

it('colours take nothing away and add nothing but themselves', () => {
  const plan = planNamed('PlanReview')
  const shown = renderPlan(plan, { style: coloured, next: [] })
  expect(stripVTControlCharacters(shown)).toBe(renderPlan(plan, { style, next: [] }))
})

it('a plan of a thousand orders is read on a few screens, and says how many it does not show', () => {
  const { plan, snapshot } = manyOrders({ plan: planNamed('PlanBlocked'), next: [] }, 1000)
  const shown = renderPlan({ ...planNamed('PlanBlocked'), ...plan, ...(snapshot && { snapshot }) }, { style, next: [] })
  expect(shown.split('\n').length).toBeLessThan(60)
  expect(shown).toContain('  Orders    0 in, 1,000 out\n')
  expect(shown).toContain('and 997 more')
  expect(shown).toContain('Left out: 1,000 orders\n')
})

it('lists that are cut off say how much is left and where it is', () => {
  const plan = planNamed('PlanReview')
  const [finding] = plan.validationMessages
  if (finding === undefined) throw new Error('the example has a finding')
  const many = Array.from({ length: 40 }, (_, index) => ({ ...finding, message: `Fact ${index + 1} is missing.` }))
  const whole = { ...plan, validationMessages: many }
  expect(renderPlan(whole, { style, next: [] })).toContain('\n  … and 25 more: --json\n')
  expect(markdownPlan(whole, [])).toContain('\n… and 15 more: `--json` has them all.\n')
})
