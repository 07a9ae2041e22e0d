import { readFile } from 'node:fs/promises'
import { exampleAsOf } from '@entrygo/server/dev'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevAccount, startDevAccount } from '../testing/dev-account.conformance.ts'

let account: DevAccount
let ready: string[] = []
let review: string[] = []

const tail = (): string[] => ['--shipment', account.dev.examples.shipment, '--as-of', exampleAsOf]
const planOf = (ids: readonly string[]): string[] => ['plan', ...ids.flatMap((id) => ['--order-id', id]), ...tail()]

beforeAll(async () => {
  account = await startDevAccount()
  ready = await account.syncExamples('ready', 'P')
  review = await account.syncExamples('review', 'P')
  await account.write('open.yaml', '{}')
  await account.write('small.yaml', 'maxValueUsd: 100\n')
  await account.write('review.yaml', 'allowedReadiness: [READY, REVIEW_REQUIRED]\n')
  await account.write('other-broker.yaml', 'brokerIds: [br_other]\n')
  await account.write('person.yaml', 'allowedReadiness: [READY, REVIEW_REQUIRED]\npersonFlags: [USMCA_CLAIMED]\n')
  await account.write('broken.yaml', 'maxValuUsd: 100\n')
})
afterAll(() => account[Symbol.asyncDispose]())

async function said(argv: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout } = await account.cli([...argv, '--json'], more)
  return { exitCode, ...JSON.parse(stdout) }
}

const policy = (name: string): string[] => ['--policy', `${name}.yaml`]

describe('plan --policy', () => {
  it.each([
    ['open', [], 0, 'proceed'],
    ['open', ['--detailed-exitcode'], 0, 'proceed'],
    ['small', [], 0, 'ask'],
    ['small', ['--detailed-exitcode'], 3, 'ask'],
    ['small', ['--fail-on', 'review'], 3, 'ask'],
    ['small', ['--fail-on', 'blocked'], 0, 'ask'],
    ['other-broker', [], 0, 'stop'],
    ['other-broker', ['--fail-on', 'blocked'], 5, 'stop'],
    ['other-broker', ['--detailed-exitcode'], 5, 'stop'],
  ])('of a READY plan by %s.yaml with %j ends with %i and says %s', async (...row) => {
    const [name, argv, exitCode, decision] = row
    const { data, ...rest } = await said([...planOf(ready), ...policy(name), ...argv])
    expect([rest.exitCode, data.readinessState, data.gate.decision]).toEqual([exitCode, 'READY', decision])
    expect(data.gate.policyFile).toBe(`${name}.yaml`)
  })

  it('gives the reasons with what they quote, also in words', async () => {
    const { data } = await said([...planOf(ready), ...policy('small')])
    expect(data.gate.reasons).toMatchObject([
      { code: 'VALUE', message: "The plan is worth 566 USD, over the policy's 100 USD." },
    ])
    const { stdout } = await account.cli([...planOf(ready), ...policy('small')])
    expect(stdout).toContain(
      "ask: a person has to approve it\n  - The plan is worth 566 USD, over the policy's 100 USD.",
    )
  })

  it('says what the server asks for itself, whatever the policy allows', async () => {
    const { data } = await said([...planOf(review), ...policy('review')])
    expect(data.gate).toMatchObject({ decision: 'ask', reasons: [{ code: 'APPROVAL_REQUIRED' }] })
  })

  it('leaves the plan file without the opinion of a policy', async () => {
    await said([...planOf(ready), ...policy('small'), '--out', 'plan.json'])
    expect((await account.read('plan.json'))['gate']).toBeUndefined()
  })
})

describe('execute --policy', () => {
  const planned = async (ids: readonly string[]): Promise<string> => {
    const { data } = await account.answer(planOf(ids))
    return String(data['exportId'])
  }

  it.each([
    ['small', 3, 'APPROVAL_REQUIRED'],
    ['other-broker', 5, 'EXPORT_BLOCKED'],
    ['broken', 2, 'POLICY_INVALID'],
    ['nowhere', 2, 'POLICY_INVALID'],
  ])(
    'a READY plan that %s.yaml does not let go ends with %i %s, and nothing is executed',
    async (name, exitCode, errorCode) => {
      const id = await planned(ready)
      expect(await said(['execute', id, ...policy(name)])).toMatchObject({ exitCode, errorCode })
      expect((await account.client.inspect({ id })).status).toBe('planned')
    },
  )

  it('only narrows: what the server wants approved is refused without it, whatever the policy allows', async () => {
    const id = await planned(review)
    expect(await said(['execute', id, ...policy('review')])).toMatchObject({
      exitCode: 3,
      errorCode: 'APPROVAL_REQUIRED',
    })
    // The server itself, asked past the command.
    await expect(account.client.exports.execute({ batchId: id })).rejects.toMatchObject({ code: 'APPROVAL_REQUIRED' })
  })

  it('the flag --allow-exclusions does not widen a policy', async () => {
    const answer = await said(['execute', 'batch_1', ...policy('open'), '--allow-exclusions'])
    expect(answer).toMatchObject({ exitCode: 2, errorCode: 'USAGE_ERROR', field: '--allow-exclusions' })
  })

  it('a policy of the configuration stands before it as well, and the flag wins over it', async () => {
    const id = await planned(ready)
    const configured = { ENTRYGO_POLICY_FILE: 'small.yaml' }
    expect(await said(['execute', id], configured)).toMatchObject({ exitCode: 3, data: { policyFile: 'small.yaml' } })
    expect(await said(['execute', id, ...policy('open')], configured)).toMatchObject({ exitCode: 0 })
  })
})

describe('what a policy wants a person for', () => {
  const gated = async (suffix: string): Promise<string[]> => {
    const { data } = await account.answer([
      ...planOf(await account.syncExamples('review', suffix)),
      '--out',
      `${suffix}.json`,
    ])
    return [String(data['exportId']), '--plan-hash', String(data['planHash'])]
  }

  it('is not answered by an approval of a policy, and is by one of a person', async () => {
    const plan = await gated('PERSON')
    const by = (type: string): string[] => [
      'approve',
      ...plan,
      '--reason',
      'seen',
      '--actor-name',
      'desk',
      '--actor-type',
      type,
    ]
    expect((await said(by('policy'))).exitCode).toBe(0)
    expect(await said(['execute', ...plan, ...policy('person')])).toMatchObject({
      ...{
        exitCode: 3,
        errorCode: 'APPROVAL_REQUIRED',
        message: expect.stringContaining('No person has approved this plan yet.'),
      },
    })
    expect((await said(by('person'))).exitCode).toBe(0)
    expect(await said(['execute', ...plan, ...policy('person')])).toMatchObject({ exitCode: 0 })
  })

  it('is not answered by naming a policy to run', async () => {
    const orders = await account.write('orders.json', await ordersNamed('RUN'))
    const run = ['run', orders, ...tail(), ...policy('person'), '--reason', 'standing', '--actor-name', 'nightly']
    expect(await said([...run, '--actor-type', 'policy'])).toMatchObject({
      exitCode: 3,
      errorCode: 'APPROVAL_REQUIRED',
    })
    expect(await said([...run, '--actor-type', 'person'])).toMatchObject({ exitCode: 0 })
  })
})

async function ordersNamed(suffix: string): Promise<object> {
  const orders: { externalId: string }[] = JSON.parse(await readFile(account.dev.examples.review, 'utf8'))
  return orders.map((order) => ({ ...order, externalId: `${order.externalId}-${suffix}` }))
}

describe('approve --policy', () => {
  it('approves as the policy what it lets go, and says which one it was', async () => {
    const ids = await account.syncExamples('review', 'BY-POLICY')
    await account.answer([...planOf(ids), '--out', 'by-policy.json'])
    const approved = await said(['approve', 'by-policy.json', ...policy('review')])
    expect(approved).toMatchObject({
      exitCode: 0,
      data: {
        actor: { type: 'policy', name: 'review.yaml' },
        reason: expect.stringMatching(/^Allowed by review\.yaml, sha256:[0-9a-f]{64}$/),
      },
    })
    expect(await said(['execute', 'by-policy.json', ...policy('review')])).toMatchObject({ exitCode: 0 })
  })

  it.each([
    ['open', 3, 'APPROVAL_REQUIRED'],
    ['person', 3, 'APPROVAL_REQUIRED'],
    ['other-broker', 5, 'EXPORT_BLOCKED'],
    ['broken', 2, 'POLICY_INVALID'],
  ])('%s.yaml does not let it go: it ends with %i %s, and nothing is approved', async (name, exitCode, errorCode) => {
    const ids = await account.syncExamples('review', 'NOT')
    const { data } = await account.answer([...planOf(ids), '--out', 'not.json'])
    expect(await said(['approve', 'not.json', ...policy(name)])).toMatchObject({ exitCode, errorCode })
    expect((await account.client.inspect({ id: String(data['exportId']) })).approvals).toEqual([])
  })

  it('is no approval of a person, and one of the configuration approves nothing', async () => {
    await account.answer([...planOf(review), '--out', 'p.json'])
    const asPerson = await said(['approve', 'p.json', ...policy('review'), '--actor-type', 'person'])
    expect(asPerson).toMatchObject({ exitCode: 2, field: '--actor-type' })
    const configured = await said(['approve', 'p.json'], { ENTRYGO_POLICY_FILE: 'review.yaml' })
    expect(configured).toMatchObject({ exitCode: 2, field: '--reason' })
  })
})
