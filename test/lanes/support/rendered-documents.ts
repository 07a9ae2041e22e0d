import { canonicalMap, renderColumnMap } from '../../../packages/server/src/domain/execution/artifacts/column-map.ts'
import { invoiceHtml } from '../../../packages/server/src/domain/execution/artifacts/invoice-html.ts'
import { invoiceJson } from '../../../packages/server/src/domain/execution/artifacts/invoice-json.ts'
import { invoicePdf } from '../../../packages/server/src/domain/execution/artifacts/pdf/invoice-pdf.ts'
import type { FrozenPackage } from '../../../packages/server/src/domain/execution/frozen-package.ts'
import { inOneGo } from '../../../packages/server/src/domain/work-in-steps.ts'
import { loadColumnMaps } from '../../../packages/server/src/edge/column-maps.ts'
import { documentFonts } from '../../../packages/server/src/edge/document-fonts.ts'

// The renderers of the product, one at a time; together they are `renderArtifacts`.
export const htmlOf = (frozen: FrozenPackage): string => inOneGo(invoiceHtml(frozen)).join('')
export const pdfOf = (frozen: FrozenPackage): Uint8Array => Buffer.concat(inOneGo(invoicePdf(frozen, documentFonts)))
export const csvOf = (frozen: FrozenPackage): string => renderColumnMap(frozen, canonicalMap)
export const jsonOf = (frozen: FrozenPackage): string => inOneGo(invoiceJson(frozen)).join('')

const maps = [...loadColumnMaps().values()]

/** The CSV by every column map that ships. */
export const csvsOf = (frozen: FrozenPackage): string[] => maps.map((map) => renderColumnMap(frozen, map))
