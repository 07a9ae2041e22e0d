import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Agent, connectAgent, type Grounds, openGrounds, planned } from './agent.conformance.ts'
import { toolsOf } from './server.ts'

let grounds: Grounds
beforeAll(async () => {
  grounds = await openGrounds()
})
afterAll(() => grounds.stop())

const ajv = new Ajv2020({ strict: false, allErrors: true })
const checks = new Map(
  toolsOf({ offersSetUp: true }).map(({ name, outputSchema }) => [name, ajv.compile({ ...outputSchema })]),
)

describe.each(['legacy', 'modern'] as const)('an agent of the %s protocol', (era) => {
  let agent: Agent
  const asked: string[] = []
  const readPage = async (path: string): Promise<string | null> => {
    asked.push(path)
    return path === 'errors/PLAN_STALE' ? '# A page' : null
  }
  beforeAll(async () => {
    const { operator: client, server } = grounds
    agent = await connectAgent({ client, accountId: server.accountId, readPage }, era)
  })
  afterAll(() => agent.close())

  it('syncs, plans, executes and inspects, and every answer is as its outputSchema says', async () => {
    const plan = await planned(agent, grounds, { kind: 'ready', suffix: era })
    const { exportId, planHash } = plan.data
    expect(plan.says).toMatch(/^READY: 2 orders in, 0 out, \d+ findings\.$/)
    expect(plan.structured['gate']).toEqual({ decision: 'proceed', reasons: [] })
    expect(plan.structured['next']).toEqual([
      {
        tool: 'entrygo_execute',
        arguments: { batchId: exportId, planHash },
        reason: 'execute this very plan',
      },
    ])
    const executed = await agent.call('entrygo_execute', { batchId: exportId, planHash })
    expect(executed.data).toMatchObject({ status: 'executed', planHash })
    const inspected = await agent.call('entrygo_inspect', { id: exportId, wait: 20 })
    expect(inspected.data).toMatchObject({ status: 'executed', state: 'completed' })
    const found = {
      entrygo_plan: plan,
      entrygo_execute: executed,
      entrygo_inspect: inspected,
      entrygo_list_exports: await agent.call('entrygo_list_exports', { limit: 5 }),
      entrygo_list_events: await agent.call('entrygo_list_events', { id: exportId }),
      entrygo_get_artifact: await agent.call('entrygo_get_artifact', {
        id: executed.data['customs_package_id'],
        artifact_type: 'cci_csv',
      }),
      entrygo_get_rule: await agent.call('entrygo_get_rule', { ruleId: 'INV-07' }),
      entrygo_plan_diff: await agent.call('entrygo_plan_diff', { id: exportId, planHash, against: planHash }),
      entrygo_list_products: await agent.call('entrygo_list_products'),
      entrygo_list_orders: await agent.call('entrygo_list_orders', { externalId: [`EXAMPLE-1001-${era}`] }),
      entrygo_list_warehouses: await agent.call('entrygo_list_warehouses'),
      entrygo_list_brokers: await agent.call('entrygo_list_brokers'),
    }
    for (const [name, { isError, structured, result }] of Object.entries(found)) {
      expect([name, isError, checks.get(name)?.(structured), checks.get(name)?.errors]).toEqual([
        name,
        false,
        true,
        null,
      ])
      expect(result.content[1]).toEqual({ type: 'text', text: JSON.stringify(structured) })
    }
  })

  it('explains a finding from rule, facts and decision', async () => {
    const plan = await planned(agent, grounds, { kind: 'review', suffix: era })
    expect(plan.says).toMatch(/^REVIEW_REQUIRED: 1 orders in/)
    const [finding] = Array.isArray(plan.data['validationMessages']) ? plan.data['validationMessages'] : []
    const { ruleId } = finding
    const explained = await agent.call('entrygo_explain_finding', { id: plan.data['exportId'], ruleId })
    expect(explained.data).toMatchObject({ explanations: [{ finding: { ruleId }, rule: { ruleId } }], left_off: 0 })
    expect(checks.get('entrygo_explain_finding')?.(explained.structured)).toBe(true)
  })

  it('gets a document as text and the whole file as a resource', async () => {
    const list = await agent.call('entrygo_list_exports', { state: 'completed' })
    const [{ exportId }] = Array.isArray(list.data['data']) ? list.data['data'] : []
    const { customs_package_id: id } = (await agent.call('entrygo_inspect', { id: exportId })).data
    const got = await agent.call('entrygo_get_artifact', { id, artifact_type: 'cci_csv' })
    const uri = `entrygo://customs-packages/${id}/artifacts/cci_csv`
    expect(got.data).toMatchObject({ uri, media_type: expect.stringContaining('text/csv') })
    expect(got.result.content.at(-1)).toMatchObject({ type: 'resource_link', uri })
    const { contents } = await agent.client.readResource({ uri })
    expect(contents).toMatchObject([{ uri, text: got.data['text'] }])
    const pdf = await agent.call('entrygo_get_artifact', { id, artifact_type: 'cci_pdf' })
    expect([pdf.data['text'], pdf.says]).toEqual([
      undefined,
      expect.stringMatching(/^A file of \d+ bytes: read the link\.$/),
    ])
  })

  it('reads exports, events and pages as resources, and what is not there is not found', async () => {
    const { resources } = await agent.client.listResources()
    const [found] = resources.filter(({ uri }) => uri.startsWith('entrygo://exports/'))
    const { contents } = await agent.client.readResource({ uri: found?.uri ?? '' })
    expect(contents).toMatchObject([{ mimeType: 'application/json', text: expect.stringContaining('"planHash"') }])
    const events = await agent.client.readResource({ uri: `${found?.uri}/events` })
    expect(events.contents).toMatchObject([{ text: expect.stringContaining('EXPORT_PLANNED') }])
    const page = await agent.client.readResource({ uri: 'entrygo://docs/errors/PLAN_STALE' })
    expect(page.contents).toMatchObject([{ mimeType: 'text/markdown', text: '# A page' }])
    for (const uri of [
      'entrygo://docs/../livez',
      'entrygo://docs/a%2f..%2f..%2flivez',
      'entrygo://exports/batch_none',
      'entrygo://exports/..%2fwebhooks',
      'entrygo://exports/batch_1%00/events',
    ]) {
      await expect(agent.client.readResource({ uri })).rejects.toThrow(/not found/i)
    }
    expect(asked).toEqual(['errors/PLAN_STALE', 'livez'])
    const { resourceTemplates } = await agent.client.listResourceTemplates()
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'entrygo://docs/{+path}',
      'entrygo://exports/{id}',
      'entrygo://exports/{id}/events',
      'entrygo://customs-packages/{id}/artifacts/{artifact_type}',
    ])
  })

  it('offers the loop as a prompt', async () => {
    const { prompts } = await agent.client.listPrompts()
    expect(prompts.map(({ name }) => name)).toEqual(['entrygo_export_loop'])
    const { messages } = await agent.client.getPrompt({
      name: 'entrygo_export_loop',
      arguments: { task: 'Two orders.' },
    })
    expect(messages.map(({ content }) => (content.type === 'text' ? content.text.slice(0, 22) : ''))).toEqual([
      'Bring orders to the Un',
      'Two orders.',
    ])
  })
})
