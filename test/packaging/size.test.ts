import { expect, it } from 'vitest'
import { bundleOf, clientAndWaiter } from './bundle.ts'

it('every method, retries and the waiter are at most 9 kB after gzip', async () => {
  const { gzip } = await bundleOf(clientAndWaiter)
  expect(gzip).toBeLessThanOrEqual(9000)
  expect(gzip).toBeGreaterThan(6000)
})

it('what a page does not import is not in its bundle', async () => {
  const { files, code } = await bundleOf(clientAndWaiter)
  const uncalled = /^(gate|policy|execute-plan|compare|explain|canonical-json|plan-hash|watch-events|webhooks|testing)/
  expect(files.filter((file) => uncalled.test(file))).toEqual([])
  expect(files.filter((file) => file.startsWith('contract/'))).toEqual(['contract/enums.ts'])
  expect(code).not.toMatch(/process\.env|node:/)
})

it('a page that only verifies or only gates carries no client', async () => {
  expect((await bundleOf(['evaluateGate'])).files).toEqual(['contract/enums.ts', 'gate.ts', 'policy.ts'])
  expect((await bundleOf(['deriveKey'])).files).not.toContain('wire.ts')
})
