import { assert, property, string } from 'fast-check'
import { expect, it } from 'vitest'
import { DevRefusal } from '../dev-refusal.ts'
import { faultSwitches, parseFaults } from './parse-faults.ts'

const spec = 'lost-reply:executeExport*1, smtp:cut-after-dot*2\n# a comment\nborderbuddy:slow=90s,clock:-30m # late\n'

it('parts are divided by commas and line breaks, with comments between them', () => {
  expect(parseFaults(spec)).toEqual([
    {
      text: 'lost-reply:executeExport*1',
      count: 1,
      point: 'answer',
      operation: 'executeExport',
      effect: 'lost-reply',
    },
    { text: 'smtp:cut-after-dot*2', count: 2, point: 'receiver', receiver: 'smtp', effect: { fault: 'cut-after-dot' } },
    {
      text: 'borderbuddy:slow=90s',
      count: Number.POSITIVE_INFINITY,
      point: 'receiver',
      receiver: 'borderbuddy',
      effect: { fault: 'slow', ms: 90_000 },
    },
    { text: 'clock:-30m', count: Number.POSITIVE_INFINITY, point: 'clock', offsetMs: -1_800_000 },
  ])
})

it('a JSON list says the same', () => {
  expect(parseFaults('["smtp:451*3", "disk-full:on"]')).toEqual(parseFaults('smtp:451*3,disk-full:on'))
})

it('nothing is no fault', () => {
  expect(['', '\n', ' , ,', '# off', '[]'].map((text) => parseFaults(text).length)).toEqual([0, 0, 0, 0, 0])
})

it.each(faultSwitches)('the documented switch %s is read: %s', (documented) => {
  expect(parseFaults(documented)).toMatchObject([{ text: documented }])
})

it.each([
  ['smtp', '"smtp" is no fault. Known: name:kind'],
  ['smtp:451*0', '"smtp:451*0" is no fault'],
  ['mail:451', '"mail:451" begins with no switch. Known: lost-reply, timeout-after-commit, smtp'],
  [
    'smtp:250',
    '"smtp:250" is nothing that smtp can do. Known: cut-before-dot, cut-after-dot, or a code from 400 to 599',
  ],
  ['smtp:slow', '"smtp:slow" is nothing that smtp can do'],
  ['webhook:garbage', '"webhook:garbage" is nothing that webhook can do. Known: lost-reply, slow, slow=5s'],
  ['borderbuddy:200', 'or a code from 300 to 599'],
  ['borderbuddy:slow=soon', '"borderbuddy:slow=soon" has no duration'],
  ['lost-reply:execute', '"lost-reply:execute" names no operation. Known: '],
  ['clock:2h', '"clock:2h" has no direction. Known: clock:+2h or clock:-30m'],
  ['clock:+2h*1', '"clock:+2h*1" has a count, but clock is on or off'],
  ['disk-full:off', '"disk-full:off" is no state of the disk'],
  ['["smtp:451", 1]', 'not a list of texts'],
  ['["smtp:451"', 'not valid JSON'],
])('%s is refused with what is known and an example', (text, message) => {
  expect(() => parseFaults(text)).toThrow(
    expect.objectContaining({ name: 'DevRefusal', setting: 'faults', message: expect.stringContaining(message) }),
  )
  expect(() => parseFaults(text)).toThrow('Example: lost-reply:executeExport*1,smtp:cut-after-dot*1')
})

it('whatever is given is read or refused, never anything else', async () => {
  await assert(
    property(string({ maxLength: 40 }), (text) => {
      try {
        parseFaults(text)
        return true
      } catch (error) {
        return error instanceof DevRefusal
      }
    }),
  )
})
