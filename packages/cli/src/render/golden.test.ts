import { readFileSync } from 'node:fs'
import type { ExecutedExport, Export, ExportPlan } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { expect, it } from 'vitest'
import { troubledExport, withValues } from '../testing/example-exports.ts'
import { renderError } from './error.ts'
import { renderExecuted } from './executed.ts'
import { renderExport } from './export.ts'
import { markdownError } from './markdown/error.ts'
import { markdownExport } from './markdown/export.ts'
import { markdownPlan } from './markdown/plan.ts'
import { renderPlan } from './plan.ts'
import { plainStyle, styleFor } from './style.ts'
import { widthOf } from './text.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const next = [{ argv: ['entrygo', 'execute', '--batch-id', 'batch_1'], reason: 'nothing stands against it' }]
const toApprove = [{ argv: ['entrygo', 'approve', 'plan.json'], reason: 'after a person has looked at the findings' }]
const colours = styleFor({ isTTY: true }, {})

/** An example of the contract, which a test of the contract checks against its schema. */
function example<T>(name: string): T {
  const value: unknown = exampleNamed(name)
  return value as T
}

const failure = { ...example<{ errorCode: string; message: string }>('Error_VALIDATION_ERROR'), exitCode: 2 }
const failed = { ...failure, field: 'items.0.quantity', data: { ...failure } }

const written: Readonly<Record<string, () => string>> = {
  'plan-ready.txt': () => renderPlan(withValues(example('PlanReady')), { style: plainStyle, next }),
  'plan-ready.ansi': () => renderPlan(withValues(example('PlanReady')), { style: colours, next }),
  'plan-ready.md': () => markdownPlan(withValues(example('PlanReady')), next),
  'plan-review.txt': () => renderPlan(example<ExportPlan>('PlanReview'), { style: plainStyle, next: [] }),
  'plan-review-named.txt': () => renderPlan(withValues(example('PlanReview')), { style: plainStyle, next: toApprove }),
  'plan-blocked.txt': () => renderPlan(example<ExportPlan>('PlanBlocked'), { style: plainStyle, next: [] }),
  'plan-blocked.ansi': () => renderPlan(example<ExportPlan>('PlanBlocked'), { style: colours, next: [] }),
  'plan-blocked.md': () => markdownPlan(example<ExportPlan>('PlanBlocked'), []),
  'export.txt': () => renderExport(example<Export>('Inspected'), { style: plainStyle, next: [], now }),
  'export.md': () => markdownExport(example<Export>('Inspected'), { next: [] }),
  'export-in-doubt.txt': () => renderExport(troubledExport(), { style: plainStyle, next, now }),
  'export-in-doubt.ansi': () => renderExport(troubledExport(), { style: colours, next, now }),
  'export-in-doubt.md': () => markdownExport(troubledExport(), { next }),
  'executed.txt': () => renderExecuted(example<ExecutedExport>('Executed'), { style: plainStyle, next: [] }),
  'error.txt': () => renderError(failed, plainStyle),
  'error.md': () => markdownError(failed),
}

it.each(Object.entries(written))('%s is what is shown', async (file, render) => {
  await expect(`${render()}\n`).toMatchFileSnapshot(`../../golden/${file}`)
})

it.each(Object.entries(written).filter(([file]) => file.endsWith('.txt')))('%s keeps to 80 columns', (_, render) => {
  const lines = render().split('\n')
  expect(lines.filter((line) => widthOf(line) > 80)).toEqual([])
})

it('the guide shows what is shown', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/read-a-plan.md', import.meta.url), 'utf8')
  const blocks = [...guide.matchAll(/```text (\S+)\n([\s\S]*?)\n```/g)]
  expect(blocks.map(([, file]) => file)).toEqual(['plan-review-named.txt', 'export-in-doubt.txt'])
  for (const [, file = '', text = ''] of blocks) expect(written[file]?.()).toContain(text)
})
