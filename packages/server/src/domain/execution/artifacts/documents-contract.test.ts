import { describe, expect, it } from 'vitest'
import { aLine, anOrder, aProduct } from '../../../testing/builders.ts'
import { schemaFaults } from '../../../testing/contract-check.ts'
import { packageSource, plannedExport } from '../../../testing/export-history.ts'
import { customsPackageOf } from '../customs-package.ts'
import type { FrozenPackage } from '../frozen-package.ts'
import { renderArtifacts } from './render-artifacts.ts'

const schemas = { cci_json: 'CustomsInvoice', packing_list: 'PackingList', manifest: 'ArtifactManifest' } as const

function rich(): FrozenPackage {
  const aluminum = { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'CA', weightG: '3' } as const
  const product = aProduct({
    metals: { steel: { meltPour: 'OTH', weightG: '31' }, aluminum, evidence: 'mill certificate 7' },
    articleWeightG: '310',
    usContentPct: '12.5',
    pga: { cpsc: { status: 'disclaimed', disclaimCode: 'A' } },
  })
  const items = [
    aLine('prod_1', { customsQty1: '24', ch99Codes: ['9903.03.06'], lotOrSerial: 'L-7' }),
    aLine('prod_1', { lineId: '2', unitValueUsd: 0, customsValueUsd: 4.5 }),
    aLine('prod_1', { lineId: '3', unitPrice: { amount: '8.5', currency: 'USD' }, quantity: 0.5 }),
  ]
  const charges = [
    { type: 'freight', amountUsd: 12.3, included: false },
    { type: 'discount', amountUsd: 2, included: false },
  ] as const
  const assists = [{ type: 'tooling', amountUsd: 3 }]
  return customsPackageOf(
    packageSource(
      plannedExport({ products: [product], orders: [anOrder('prod_1', { items, charges: [...charges], assists })] }),
    ),
  )
}

describe.each<readonly [string, FrozenPackage]>([
  ['a small package', customsPackageOf(packageSource())],
  ['a package with everything', rich()],
])('the documents of %s', (_, frozen) => {
  const artifacts = renderArtifacts(frozen)
  it.each(Object.entries(schemas))('%s is a %s of the contract', (type, schema) => {
    const bytes = artifacts.find(({ artifactType }) => artifactType === type)?.bytes
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes))
    expect(frozen.totals.lineCount).toBeGreaterThan(0)
    expect(schemaFaults(schema, document)).toEqual([])
  })
})
