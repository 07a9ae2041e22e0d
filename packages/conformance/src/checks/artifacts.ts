import { createHash } from 'node:crypto'
import type { Answer } from '../api.ts'
import { Breach, expectSame, expectStatus, expectThat } from '../breach.ts'
import { at, listIn, members, textIn, textsIn } from '../reading.ts'
import { type Checks, executable, execute, inspect, order, type Trial } from '../world.ts'

export const artifactChecks: Checks = {
  'ART-01': async (trial) => {
    const { packageId, done, exportId } = await executed(trial)
    const inspected = await inspect(trial, exportId)
    const read = expectStatus(await trial.api.call('getCustomsPackage', { path: { id: packageId } }), 200)
    for (const named of [inspected, read]) {
      expectSame(named, listIn(named, 'artifacts'), { 'the artifacts of execute': listIn(done, 'artifacts') })
    }
    for (const artifact of listIn(done, 'artifacts')) {
      const answer = await download(trial, packageId, String(at(artifact, 'artifact_type')))
      expectSame(answer, answer.bytes.length, { 'size in bytes': at(artifact, 'size') })
      expectSame(answer, sha256(answer.bytes), { 'SHA-256 of the bytes': at(artifact, 'sha256') })
    }
  },
  'ART-02': async (trial) => {
    const { packageId, done } = await executed(trial)
    for (const artifact of listIn(done, 'artifacts')) {
      const type = String(at(artifact, 'artifact_type'))
      const answer = await download(trial, packageId, type)
      const digest = createHash('sha256').update(answer.bytes).digest('base64')
      expectSame(answer, answer.headers.get('content-digest'), { 'Content-Digest': `sha-256=:${digest}:` })
      const etag = answer.headers.get('etag') ?? ''
      expectThat(answer, etag.includes(sha256(answer.bytes)), { expected: 'the SHA-256 as ETag', got: etag })
      const path = { id: packageId, artifact_type: type }
      const held = await trial.api.call('downloadArtifact', { path, headers: { 'if-none-match': etag } })
      expectSame(expectStatus(held, 304), held.text, { 'the body of a 304': '' })
    }
  },
  'ART-03': async (trial) => {
    const { packageId, exportId, done } = await executed(trial)
    const before = await bytesOf(trial, packageId)
    const { productId } = trial.ids
    const items = [
      { externalId: trial.name('A'), destinationCountry: 'US', items: [{ productId, quantity: 1, unitValueUsd: 1 }] },
    ]
    expectStatus(await trial.api.call('syncOrders', { body: { items } }), 200)
    const after = await bytesOf(trial, packageId)
    expectSame(done, after, { 'SHA-256 of the bytes before the order changed': before })
    const inspected = await inspect(trial, exportId)
    expectSame(inspected, at(inspected.value, 'planHash'), { planHash: at(done.value, 'planHash') })
  },
  'ART-04': async (trial) => {
    const { packageId } = await executed(trial)
    const invoice = await download(trial, packageId, 'cci_json')
    const total = cents(at(invoice.value, 'totals.goodsValueUsd'))
    expectSame(invoice, total, { 'the value of the order in cents': 15_000n })
    for (const one of listIn(invoice, 'invoices')) {
      const lines = Object.values(members(at(one, 'lines')))
      const sum = lines.reduce<bigint>((so, line) => so + cents(at(line, 'lineValueUsd')), 0n)
      expectSame(invoice, sum, { 'goodsValueUsd of the invoice in cents': cents(at(one, 'totals.goodsValueUsd')) })
    }
  },
  'ART-05': async (trial) => {
    const { packageId, done } = await executed(trial)
    for (const artifact of listIn(done, 'artifacts')) {
      const answer = await download(trial, packageId, String(at(artifact, 'artifact_type')))
      const disposition = answer.headers.get('content-disposition')
      expectSame(answer, disposition, { 'Content-Disposition': `attachment; filename="${at(artifact, 'filename')}"` })
      expectSame(answer, answer.headers.get('x-content-type-options'), { 'X-Content-Type-Options': 'nosniff' })
    }
  },
  'ART-06': async (trial) => {
    const { packageId, done } = await executed(trial)
    const manifest = await download(trial, packageId, 'manifest')
    expectThat(manifest, manifest.text.includes(textIn(done, 'planHash')), 'the planHash in the manifest')
    for (const artifact of listIn(done, 'artifacts').filter((one) => at(one, 'artifact_type') !== 'manifest')) {
      const file = listIn(manifest, 'files').find((one) => at(one, 'filename') === at(artifact, 'filename'))
      expectSame(manifest, at(file, 'sha256'), { [`sha256 of ${at(artifact, 'filename')}`]: at(artifact, 'sha256') })
      expectSame(manifest, at(file, 'size'), { [`size of ${at(artifact, 'filename')}`]: at(artifact, 'size') })
    }
  },
}

interface Executed {
  readonly exportId: string
  readonly packageId: string
  readonly done: Answer
}

async function executed(trial: Trial): Promise<Executed> {
  await order(trial, 'A')
  const planned = await executable(trial)
  const done = expectStatus(await execute(trial, planned), 201)
  return { exportId: textIn(planned, 'exportId'), packageId: textIn(done, 'customs_package_id'), done }
}

async function download(trial: Trial, id: string, type: string): Promise<Answer> {
  return expectStatus(await trial.api.call('downloadArtifact', { path: { id, artifact_type: type } }), 200)
}

async function bytesOf(trial: Trial, id: string): Promise<Record<string, string>> {
  const read = expectStatus(await trial.api.call('getCustomsPackage', { path: { id } }), 200)
  const hashes: Record<string, string> = {}
  for (const type of textsIn(read, 'artifacts', 'artifact_type')) {
    hashes[type] = sha256((await download(trial, id, type)).bytes)
  }
  return hashes
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A decimal text of dollars as whole cents. */
function cents(text: unknown): bigint {
  const [, dollars = '', fraction = ''] = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(String(text)) ?? []
  if (dollars === '') throw new Breach({ expected: 'dollars and cents as a decimal text', got: text })
  return BigInt(dollars) * 100n + BigInt(fraction.padEnd(2, '0'))
}
