import { inOneGo, type Steps } from '../../work-in-steps.ts'
import type { FrozenPackage } from '../frozen-package.ts'
import { canonicalMap, columnMapSteps } from './column-map.ts'
import type { DocumentFontSource } from './document-fonts.ts'
import { invoiceHtml } from './invoice-html.ts'
import { invoiceJson } from './invoice-json.ts'
import { jsonText } from './json-text.ts'
import { manifest } from './manifest.ts'
import { packingList } from './packing-list.ts'
import { invoicePdf } from './pdf/invoice-pdf.ts'
import { type RenderedArtifact, renderedArtifact } from './rendered-artifact.ts'

export interface RenderingOptions {
  /** Without it, a PDF prints what is outside WinAnsi by its code points. */
  readonly fonts?: DocumentFontSource
}

/** All files of a customs package; the same package gives the same bytes. The manifest comes last and names the others. */
export function renderArtifacts(frozen: FrozenPackage, options: RenderingOptions = {}): RenderedArtifact[] {
  return inOneGo(artifactSteps(frozen, options))
}

/** `renderArtifacts` in short steps; a package of many lines takes seconds. */
export function* artifactSteps(frozen: FrozenPackage, { fonts }: RenderingOptions = {}): Steps<RenderedArtifact[]> {
  const json = 'application/json'
  const invoice = 'commercial_customs_invoice'
  const jsonPieces = yield* invoiceJson(frozen)
  const named = [
    yield* renderedArtifact(
      'cci_human_readable',
      { filename: `${invoice}.html`, mediaType: 'text/html; charset=utf-8' },
      yield* invoiceHtml(frozen),
    ),
    yield* renderedArtifact(
      'cci_pdf',
      { filename: `${invoice}.pdf`, mediaType: 'application/pdf' },
      yield* invoicePdf(frozen, fonts ?? null, jsonPieces),
    ),
    yield* renderedArtifact(
      'cci_csv',
      { filename: `${invoice}.csv`, mediaType: 'text/csv; charset=utf-8' },
      yield* columnMapSteps(frozen, canonicalMap),
    ),
    yield* renderedArtifact('cci_json', { filename: `${invoice}.json`, mediaType: json }, jsonPieces),
    yield* renderedArtifact(
      'packing_list',
      { filename: 'packing_list.json', mediaType: json },
      yield* packingList(frozen),
    ),
  ]
  const manifestText = jsonText(manifest(frozen, named))
  return [...named, yield* renderedArtifact('manifest', { filename: 'manifest.json', mediaType: json }, [manifestText])]
}
