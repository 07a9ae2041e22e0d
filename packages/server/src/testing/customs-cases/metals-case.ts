import type { PlannedProduct } from '../../domain/rules/plan-inputs.ts'

/** Goods on a list of U.S. note 16(c), and the one metals heading that is filed for them. */
export interface MetalsCase {
  readonly clause: string
  readonly goods: string
  readonly htsCode: string
  readonly origin: string
  readonly facts?: MetalsFacts
  /** Day of entry; 2026-11-21 where none is given. */
  readonly day?: string
  /** Null where none is filed or the heading is not known. */
  readonly heading: string | null
  readonly status: 'applies' | 'needs_answer' | 'not_applied'
  readonly basis?: 'part'
  /** Other headings that may be filed, in the order of the pack; "none" where nothing may be filed. */
  readonly or?: readonly string[]
  /** Facts that settle it, in the order in which they are asked. */
  readonly asks?: readonly string[]
}

export type MetalsFacts = Omit<PlannedProduct, 'htsCode' | 'countryOfOrigin'>

export const saucepan = { htsCode: '7323930045', origin: 'CN', goods: 'saucepan of stainless steel' } as const
export const ladder = { htsCode: '7616995130', origin: 'MX', goods: 'ladder of aluminum' } as const
export const windowFrame = { htsCode: '7610100010', origin: 'CA', goods: 'window frame of aluminum' } as const
export const razorBlade = { htsCode: '8205595505', origin: 'CN', goods: 'razor blade of steel' } as const
export const hinge = { htsCode: '8302106030', origin: 'CN', goods: 'hinge of steel, aluminum or zinc' } as const
export const sprayer = { htsCode: '8424899000', origin: 'CN', goods: 'spraying appliance' } as const
export const forkLift = { htsCode: '8427104000', origin: 'CN', goods: 'fork-lift truck' } as const
export const boiler = { htsCode: '8403100000', origin: 'CN', goods: 'central heating boiler' } as const
export const cable = { htsCode: '8544422000', origin: 'CN', goods: 'copper cable with connectors' } as const

/** Metals of Canada, none of it of the United States. */
export const canadian = { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'CA', usPct: '0' } as const
