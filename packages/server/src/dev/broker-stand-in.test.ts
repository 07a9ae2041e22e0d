import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bodyProblems,
  contractAt,
  examples,
  isValid,
  schemaNamed,
} from '../transports/border-buddy.contract.conformance.ts'
import {
  type BrokerFault,
  type BrokerStandIn,
  type BrokerStandInSettings,
  startBrokerStandIn,
} from './broker-stand-in.ts'

const secret = 'a-secret-of-the-broker'
const id = 'sub_4kq7z2m9x1v8c3n6b5a0s7d2f'
const post = ['/v1/submissions', 'post'] as const
const get = ['/v1/submissions/{submissionId}', 'get'] as const

let folder = ''
let broker: BrokerStandIn

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-broker-'))
  await start()
})

afterEach(async () => {
  await broker.close()
  rmSync(folder, { recursive: true })
})

async function start(more: Partial<BrokerStandInSettings> = {}): Promise<void> {
  broker = await startBrokerStandIn({ folder, port: 0, secret, ...more })
}

function bodyOf(submissionId = id, more: object = {}): string {
  const document = contractAt('paths', ...post, 'requestBody', 'content', 'application/json', 'example')
  return JSON.stringify({ ...Object(document), submissionId, ...more })
}

interface Seen {
  readonly status: number
  readonly body: unknown
  readonly retryAfter: string | null
}

async function submit(body = bodyOf(), headers: Record<string, string> = {}, key = id): Promise<Seen> {
  const sha = createHash('sha256').update(body).digest('hex')
  const own = { authorization: `Bearer ${secret}`, 'idempotency-key': key, 'entrygo-payload-sha256': sha }
  const all = { 'content-type': 'application/json', ...own, ...headers }
  return seen(await fetch(`${broker.url}/v1/submissions`, { method: 'POST', body, headers: all }), post)
}

async function ask(key = id): Promise<Seen> {
  const headers = { authorization: `Bearer ${secret}` }
  return seen(await fetch(`${broker.url}/v1/submissions/${key}`, { headers }), get)
}

/** Every answer but garbage and asked-for statuses must be one of the contract. */
async function seen(response: Response, operation: readonly [string, string]): Promise<Seen> {
  const text = await response.text()
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : text
  if (!text.includes('FAULT') && !text.startsWith('<'))
    expect(bodyProblems(operation, response.status, body)).toEqual([])
  return { status: response.status, body, retryAfter: response.headers.get('retry-after') }
}

describe('the contract', () => {
  it('says that it is this project’s own, and of nobody else', () => {
    expect(contractAt('openapi')).toBe('3.1.0')
    expect(contractAt('info', 'description')).toMatch(
      /EntryGo's own[\s\S]*no public\s+description[\s\S]*not affiliated/,
    )
  })

  it('has examples that fit its schemas', () => {
    const all = examples()
    expect(all.length).toBeGreaterThan(10)
    expect(all.filter(({ schema, example }) => !isValid(schema, example)).map(({ place }) => place)).toEqual([])
  })

  it('takes a submission with files by name alone', () => {
    const valid = schemaNamed('Submission')
    const artifact = {
      artifact_type: 'cci_html',
      filename: 'a.html',
      sha256: 'a'.repeat(64),
      size: 9,
      contentBase64: null,
    }
    expect(valid(JSON.parse(bodyOf(id, { artifacts: [artifact] })))).toBe(true)
    expect(valid(JSON.parse(bodyOf(id, { artifacts: [{ ...artifact, sha256: 'A' }] })))).toBe(false)
    expect(valid(JSON.parse(bodyOf(id, { revision: 0 })))).toBe(false)
  })
})

describe('a submission', () => {
  it('is acted on once, however often and concurrently it comes', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit()))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBeLessThanOrEqual(201)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.every((status) => [200, 201, 409].includes(status))).toBe(true)
    expect(await submit()).toEqual({ status: 200, body: { reference: 'BB-AB77239268' }, retryAfter: null })
    expect(broker.effects()).toHaveLength(1)
  })

  it('survives the end of the broker, half-written files apart', async () => {
    const first = await submit()
    await broker.close()
    writeFileSync(join(folder, `.${id}.2.json.part`), '{"submissionId"')
    await start()
    expect(await submit()).toEqual({ ...first, status: 200 })
    expect(await ask()).toMatchObject({ status: 200, body: first.body })
    const files = readdirSync(folder).filter((name) => !name.startsWith('.'))
    expect(files).toEqual([`${id}.1.json`])
    expect(JSON.parse(readFileSync(join(folder, `${id}.1.json`), 'utf8'))).toMatchObject({
      n: 1,
      body: JSON.parse(bodyOf()),
    })
  })

  it('is found with hash and time once it has settled', async () => {
    await broker.close()
    let now = Date.parse('2026-11-22T08:00:00.000Z')
    await start({ settleMs: 60_000, now: () => now })
    const { body } = await submit()
    expect(await ask()).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    now += 60_000
    expect(await ask()).toMatchObject({
      status: 200,
      body: {
        ...Object(body),
        payloadSha256: createHash('sha256').update(bodyOf()).digest('hex'),
        receivedAt: '2026-11-22T08:00:00.000Z',
      },
    })
  })

  it('is filed again when its key was forgotten, and that is counted', async () => {
    await broker.close()
    let now = Date.parse('2026-11-22T08:00:00.000Z')
    await start({ keyWindowMs: 1_000, now: () => now })
    await submit()
    now += 1_000
    expect(await submit()).toMatchObject({ status: 201 })
    expect(broker.effects().map(({ submissionId, n }) => [submissionId, n])).toEqual([
      [id, 1],
      [id, 2],
    ])
  })

  it.each([
    ['without the secret', bodyOf(), { authorization: 'Bearer other' }, 401, 'UNAUTHORIZED'],
    ['with another hash', bodyOf(), { 'entrygo-payload-sha256': 'a'.repeat(64) }, 400, 'HASH_MISMATCH'],
    ['of another id than its key', bodyOf('sub_other'), {}, 400, 'INVALID_BODY'],
    ['of another schema', bodyOf(id, { schema: 'other' }), {}, 400, 'INVALID_BODY'],
    ['that is no JSON', '{', {}, 400, 'INVALID_BODY'],
    ['that names a path', bodyOf('../x'), { 'idempotency-key': '../x' }, 400, 'INVALID_BODY'],
    ['over 8 MiB', bodyOf(id, { invoice: { a: 'a'.repeat(8_388_608) } }), {}, 413, 'TOO_LARGE'],
  ])('%s is refused', async (...[, body, headers, status, code]) => {
    expect(await submit(body, headers)).toMatchObject({ status, body: { code } })
    expect(broker.effects()).toEqual([])
  })

  it('with a key that had other bytes is refused', async () => {
    await submit()
    expect(await submit(bodyOf(id, { revision: 2 }))).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } })
  })
})

describe('a fault', () => {
  it.each<[BrokerFault, Partial<Seen> | null, number]>([
    [{ fault: 'status', status: 503, retryAfterSeconds: 30 }, { status: 503, retryAfter: '30' }, 0],
    [{ fault: 'status', status: 429, retryAfterSeconds: 1 }, { status: 429, retryAfter: '1' }, 0],
    [{ fault: 'status', status: 500 }, { status: 500, retryAfter: null }, 0],
    [{ fault: 'slow', ms: 20 }, { status: 201 }, 1],
    [{ fault: 'garbage' }, { status: 200, body: '<html>{"reference":' }, 1],
    [{ fault: 'lost-reply' }, null, 1],
    [{ fault: 'cut' }, null, 0],
  ])('%j strikes one submission and no more', async (fault, answer, effects) => {
    broker.faults.next(fault)
    const struck = submit()
    if (answer === null) await expect(struck).rejects.toThrow()
    else expect(await struck).toMatchObject(answer)
    expect(broker.effects()).toHaveLength(effects)
    expect(await submit()).toMatchObject({ status: effects === 0 ? 201 : 200 })
    expect(broker.effects()).toHaveLength(1)
  })

  it('of silence ends with the broker', async () => {
    broker.faults.next({ fault: 'silence' })
    const struck = submit()
    const ended = expect(struck).rejects.toThrow()
    while (broker.effects().length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    await broker.close()
    await ended
    await start()
    expect(await submit()).toMatchObject({ status: 200 })
  })

  it('is asked for before each submission', async () => {
    await broker.close()
    const asked: string[] = []
    await start({
      strike: (receiver) => {
        asked.push(receiver)
        return asked.length === 1 ? { fault: 'status', status: 503 } : null
      },
    })
    expect([(await submit()).status, (await submit()).status]).toEqual([503, 201])
    expect(asked).toEqual(['borderbuddy', 'borderbuddy'])
  })

  it('strikes questions apart from submissions', async () => {
    await submit()
    broker.faults.nextQuery({ fault: 'status', status: 500 }, { fault: 'cut' })
    expect(await ask()).toMatchObject({ status: 500 })
    await expect(ask()).rejects.toThrow()
    expect(await ask()).toMatchObject({ status: 200 })
  })
})
