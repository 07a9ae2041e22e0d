import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSource } from '../repo/sources.ts'

interface Step {
  readonly operationId: string
  readonly requestBody?: { readonly payload: Readonly<Record<string, unknown>> }
}

const { text } = readSource('entrygo.arazzo.yaml')
const workflows: readonly { readonly steps: readonly Step[] }[] = parse(text).workflows
const steps = workflows.flatMap((workflow) => workflow.steps)

// Redocly lints the document and `lane:arazzo` runs it; neither says at once that an operation has another name by now.
it('every step of the workflows is an operation of the contract', () => {
  const { text: contract } = readSource('openapi.yaml')
  const known = [...contract.matchAll(/^ +operationId: (\w+)$/gm)].map(([, id]) => id)
  expect(known.length).toBeGreaterThan(30)
  expect(steps.map(({ operationId }) => operationId).filter((id) => !known.includes(id))).toEqual([])
})

it('every write of the loop has a key that follows from the one of the work', () => {
  const [loop] = workflows
  const writes = loop?.steps.filter(({ requestBody }) => requestBody !== undefined) ?? []
  expect(writes.map((step) => JSON.stringify(step).includes('{$inputs.idempotencyKey}-'))).toEqual([
    true,
    true,
    true,
    true,
  ])
})
