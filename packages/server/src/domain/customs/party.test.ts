import { expect, it } from 'vitest'
import { missingPartyFields } from './party.ts'
import { confirmPort } from './port.ts'

const china = new Set(['CN'])

it('names every field that a party lacks', () => {
  expect(missingPartyFields(undefined)).toEqual(['name', 'street', 'city', 'country'])
  expect(missingPartyFields({ name: 'Example Co.', street: ' ', country: 'CA' })).toEqual(['street', 'city'])
})

it('asks for the postal code in China alone', () => {
  const party = { name: 'Example Co.', street: '1 Example Road', city: 'Example City' }
  expect(missingPartyFields({ ...party, country: 'CN' }, china)).toEqual(['postalCode'])
  expect(missingPartyFields({ ...party, country: 'VN' }, china)).toEqual([])
})

it('confirms a port of the list and never calls another one wrong', () => {
  const ports = new Map([['0901', 'BUFFALO']])
  expect(confirmPort(ports, '0901')).toBe('confirmed')
  expect(confirmPort(ports, '0101')).toBe('not_confirmed')
  expect(confirmPort(ports, '91')).toBe('malformed')
})
