import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { hostileTexts } from '../../../../../test/lanes/support/hostile-text.ts'
import { namesIn, readStrictHtml } from '../../../../../test/lanes/support/html-reader.ts'
import { seededRandom } from '../../../../../test/lanes/support/random.ts'
import { manyOrders, withTexts } from '../../../../../test/lanes/support/report-texts.ts'
import { troubledExport, withValues } from '../../testing/example-exports.ts'
import { plain } from '../text.ts'
import { isReport, type ReportSource, reportPage } from './report.ts'

function planNamed(name: string): ExportPlan {
  const value: unknown = exampleNamed(name)
  return withValues(value as ExportPlan)
}

function sourceOf(plan: ExportPlan | Export): ReportSource {
  const next = [{ argv: ['entrygo', 'approve', plan.exportId], reason: 'after a person has looked at the findings' }]
  return { plan, next, ...('snapshot' in plan && plan.snapshot !== undefined && { snapshot: plan.snapshot }) }
}

const samples: Readonly<Record<string, ReportSource>> = {
  ready: sourceOf(planNamed('PlanReady')),
  review: sourceOf(planNamed('PlanReview')),
  blocked: sourceOf(planNamed('PlanBlocked')),
  'in doubt': sourceOf(troubledExport()),
}

function textOf(page: string): string {
  const parts = readStrictHtml(page)
  return parts
    .map((part) => (part.part === 'text' ? part.text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
}

/** Every element and attribute that a report may have. */
const known = [
  ...[
    'html lang',
    'head',
    'meta charset',
    'meta http-equiv',
    'meta content',
    'meta name',
    'title',
    'title id',
    'style',
  ],
  ...['body', 'header class', 'main', 'footer', 'section', 'section class', 'h1', 'h2', 'h3', 'p', 'p class', 'p role'],
  ...['div', 'div class', 'dl class', 'dt', 'dd', 'ol class', 'ul class', 'li', 'li class', 'span class', 'strong'],
  ...['code', 'code class', 'pre', 'figure', 'figcaption class', 'time datetime'],
  ...[
    'table class',
    'caption',
    'caption class',
    'thead',
    'tbody',
    'tr',
    'tr class',
    'th scope',
    'th class',
    'th colspan',
  ],
  ...['td class', 'td data-label', 'svg viewbox', 'svg role', 'svg aria-labelledby', 'desc id', 'defs', 'g'],
  ...['pattern id', 'pattern width', 'pattern height', 'pattern patternunits', 'path class', 'path d'],
  ...['rect class', 'rect x', 'rect y', 'rect width', 'rect height', 'rect rx'],
  ...['text class', 'text x', 'text y', 'text text-anchor'],
]
const elements = new Set([...known, ...known.map((name) => name.split(' ')[0] ?? '')])

it.each(Object.entries(samples))('a report of one that is %s has the elements of the template alone', (_, source) => {
  const foreign = [...namesIn(readStrictHtml(reportPage(source)))].filter((name) => !elements.has(name))
  expect(foreign).toEqual([])
})

it.each(Object.entries(samples))('hostile texts in one that is %s stand in it as text', (_, source) => {
  const texts = hostileTexts(seededRandom(7), 120).map((text, index) => `${index} ${text}`)
  const words = texts.map((_text, index) => `${index} word`)
  const from = (list: readonly string[]): ReportSource => {
    let at = 0
    return withTexts(source, () => list[at++ % list.length] ?? '')
  }
  const shape = (page: string): string =>
    readStrictHtml(page)
      .flatMap((part) => (part.part === 'text' ? [] : [part.part + part.name]))
      .join()
  const page = reportPage(from(texts))
  expect(shape(page)).toBe(shape(reportPage(from(words))))
  const message = from(texts).plan.validationMessages[0]?.message ?? ''
  expect(textOf(page)).toContain(plain(message).replace(/\s+/g, ' ').trim())
})

it('the same plan gives the same bytes', () => {
  for (const source of Object.values(samples)) expect(reportPage(structuredClone(source))).toBe(reportPage(source))
})

it('a report loads and runs nothing', () => {
  const page = reportPage(sourceOf(planNamed('PlanReady')))
  expect(page).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  )
  expect(page).not.toMatch(/<script|<img|<link|href=|src=|url\((?!#hatch)|@import|https?:/)
  expect([isReport(page), isReport('<!doctype html><p>mine</p>')]).toEqual([true, false])
})

it('a plan for review says who supplies what, for which orders, and where the rule stands', () => {
  const text = textOf(reportPage(sourceOf(planNamed('PlanReview'))))
  expect(text).toContain('REVIEW_REQUIRED A person or policy has to approve it first.')
  expect(text).toContain('owner 1 for review')
  expect(text).toContain('For example false Waits for it WEB-1')
  expect(text).toContain('Value by treatment')
  expect(text).toContain('9903.05.93 SECTION_301_FORCED_LABOR: $276.00, 100.0 %')
  expect(text).toContain('Plan hash sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4')
})

it('an export that the broker may hold twice says so before everything else', () => {
  const text = textOf(reportPage(sourceOf(troubledExport())))
  expect(text).toContain('needs_action Somebody has to act, see the submission. Its plan is READY .')
  expect(text.indexOf('DUPLICATE POSSIBLE')).toBeLessThan(text.indexOf('What happened'))
  expect(text).toContain(
    'Attempt 2 to the broker by email by EntryGo nobody can tell after 30.0 s, the connection broke',
  )
})

it('without the snapshot lines are counted, and the report says so', () => {
  const { snapshot: _, ...plan } = planNamed('PlanReady')
  expect(textOf(reportPage(sourceOf(plan)))).toContain('The plan was read without its snapshot, so lines are counted.')
})

it('of a thousand orders the first ones are shown and the others counted', () => {
  const page = reportPage(manyOrders(sourceOf(planNamed('PlanBlocked')), 1000))
  expect(textOf(page)).toContain('… and 800 orders more in the plan as JSON.')
  expect(page.length).toBeLessThan(200_000)
})
