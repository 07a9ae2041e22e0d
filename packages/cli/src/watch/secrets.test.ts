import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSecrets } from './secrets.ts'

const key = 'eg_live_Q7+x/k=9~.Zz'
const secrets = createSecrets()
secrets.add(key)

it.each([
  ['as it is', key],
  ['percent-encoded', encodeURIComponent(key)],
  ['percent-encoded wholly', [...key].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')],
  ['in hex', Buffer.from(key).toString('hex')],
  ['escaped', [...key].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')],
])('a secret %s is removed', (_, text) => {
  expect(secrets.removedFrom(`before ${text} behind`)).toBe('before (removed) behind')
})

it('in Base64 nothing that the secret alone decides is left, whatever stands around it', () => {
  const around = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(around, around, fc.constantFrom('base64', 'base64url'), (before, behind, encoding) => {
      const text = Buffer.from(`${before}${key}${behind}`).toString(encoding)
      const rest = Buffer.from(secrets.removedFrom(text).split('(removed)')[0] ?? '', encoding).toString('latin1')
      expect(secrets.removedFrom(text)).toContain('(removed)')
      expect(rest).not.toContain(key.slice(0, 4))
    }),
    { seed: 20261122 },
  )
})

it('names of members are told so as well, and ordinary words stay', () => {
  expect(secrets.removedFromAll({ a: [{ [key]: `x ${key}` }, 1, null, 'eg_live_'] })).toEqual({
    a: [{ '(removed)': 'x (removed)' }, 1, null, 'eg_live_'],
  })
})
