import { expect, it } from 'vitest'
import type { Clock } from '../ports.ts'
import { fixedClock } from '../testing/fakes.ts'
import { inSlices } from './in-slices.ts'

function* steps(count: number): Generator<undefined, string> {
  for (let made = 0; made < count; made += 1) yield
  return `${count} steps`
}

/** Each look at it takes this long, so that a step of the work does. */
function walkingClock(stepMs: number): Clock {
  const clock = fixedClock()
  return {
    now: () => {
      clock.advance(stepMs)
      return clock.now()
    },
  }
}

/** How often others were served while the work ran. */
async function othersDuring(work: () => Promise<unknown>): Promise<number> {
  let served = 0
  let isOver = false
  const serve = (): void => {
    served += 1
    if (!isOver) setImmediate(serve)
  }
  setImmediate(serve)
  await work()
  isOver = true
  return served
}

it('others are served each time that a slice is over', async () => {
  expect(await othersDuring(() => inSlices(steps(30), walkingClock(5)))).toBe(10)
})

it('work that fits into one slice is done at once', async () => {
  expect(await othersDuring(() => inSlices(steps(30), fixedClock()))).toBe(0)
})

it('a clock that jumps back ends the slice', async () => {
  expect(await othersDuring(() => inSlices(steps(3), walkingClock(-3_600_000)))).toBe(3)
})

it('the answer is that of the work, its error too', async () => {
  expect(await inSlices(steps(7), walkingClock(20))).toBe('7 steps')
  const failing = (function* (): Generator<undefined> {
    yield
    throw new Error('no more')
  })()
  await expect(inSlices(failing, fixedClock())).rejects.toThrow('no more')
})
