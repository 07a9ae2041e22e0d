import type { Party, Preference } from '@entrygo/sdk/contract'

/** A USMCA claim with all nine data elements, certified by the producer. */
export function claimedBy(producer: Party, descriptionAndHs6: string): Preference {
  return {
    program: 'USMCA',
    certificate: {
      certifiedBy: 'producer',
      certifier: producer,
      exporter: { name: 'Maple Lane Outfitters Inc.', city: 'Toronto', country: 'CA' },
      importer: { name: 'Lakeside Mercantile LLC', city: 'Buffalo', country: 'US' },
      descriptionAndHs6,
      criterion: 'B',
      blanketPeriod: ['2026-01-01', '2026-12-31'],
      signature: { name: 'Export desk', date: '2026-01-05' },
    },
  }
}
