/** Who says where the goods come from, and which number they have. */
export const fromOwner = { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } } as const

/** A claim; its certification is asked for above 2,500 USD alone. */
export const usmca = { program: 'USMCA' } as const
