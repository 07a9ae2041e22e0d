import { expect, it } from 'vitest'
import { createEntryGo } from './client.ts'

const bytes = new TextEncoder().encode('PK evidence')
const digest = 'vRvW0WN0FZu2hKi7qSCNuvdbc/KKrzD68EazyBI2N3g='

function clientWith(headers: Readonly<Record<string, string>>) {
  const fetch = (): Promise<Response> => Promise.resolve(new Response(bytes, { headers: { ...headers } }))
  return createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', fetch })
}

it('the bytes come with their name and their SHA-256', async () => {
  const client = clientWith({
    'content-type': 'application/zip',
    'content-digest': `sha-256=:${digest}:`,
    'content-disposition': 'attachment; filename="evidence-batch_1.zip"',
  })
  expect(await client.exports.evidence({ id: 'batch_1' })).toEqual({
    exportId: 'batch_1',
    filename: 'evidence-batch_1.zip',
    sha256: Buffer.from(digest, 'base64').toString('hex'),
    bytes,
  })
})

it.each([
  [{ 'content-digest': 'sha-256=:jx9k2w1cCnp6mh8/ei7I8QpLnw0fW+HR+Oj3sw8MUtQ=:' }, /and the server announced 8f1f64db/],
  [{}, /and the server announced none/],
] as const)('bytes that are not the announced ones are refused: %j', async (headers, message) => {
  const found = await clientWith(headers).exports.evidence.safe({ id: 'batch_1' })
  expect(found).toMatchObject({ ok: false, error: { kind: 'parse', code: 'INVALID_RESPONSE' } })
  expect(found.ok ? '' : found.error.message).toMatch(message)
})
