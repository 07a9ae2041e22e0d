import type { ProductFacts } from '../../rules/facts.ts'
import { factAt } from './fact-at.ts'

/** A step in making a metal, in words, and the country stated for it. */
export interface MetalStep {
  readonly step: string
  readonly value: string
}

/**
 * The first step of a metal that is stated to be elsewhere than in `country`, null when there is none. `us` asks for every
 * step there (note 16(e): smelted and cast); for `uk` one is enough (note 16(d): smelted or most recently cast). N/A says
 * that there was no such step.
 */
export function stepElsewhere(
  { product }: ProductFacts,
  metal: keyof typeof steps,
  share: 'us' | 'uk',
): MetalStep | null {
  const country = share === 'us' ? 'US' : 'GB'
  const stated = steps[metal].flatMap(([name, step]) => {
    const value = factAt(product, `metals.${metal}.${name}`)
    return typeof value === 'string' && value !== 'N/A' ? [{ step, value }] : []
  })
  const [other = null, ...more] = (share === 'us' ? mainSteps(stated) : stated).filter(({ value }) => value !== country)
  const isEnough = share === 'uk' && more.length + 1 < stated.length
  return isEnough ? null : other
}

/** Beside a primary smelt, that of secondary aluminum is of the smaller part, which may be from elsewhere. */
function mainSteps(stated: readonly MetalStep[]): readonly MetalStep[] {
  const hasPrimary = stated.some(({ step }) => step === 'primary smelt')
  return hasPrimary ? stated.filter(({ step }) => step !== 'secondary smelt') : stated
}

const steps = {
  steel: [['meltPour', 'melt and pour']],
  aluminum: [
    ['primarySmelt', 'primary smelt'],
    ['secondarySmelt', 'secondary smelt'],
    ['cast', 'cast'],
  ],
  copper: [
    ['smelt', 'smelt'],
    ['cast', 'cast'],
  ],
} as const
