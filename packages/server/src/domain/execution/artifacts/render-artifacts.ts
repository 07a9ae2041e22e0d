import type { FrozenPackage } from '../frozen-package.ts'
import { inOneGo, type Steps } from '../steps.ts'
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

/** `renderArtifacts` in short steps; a package of many lines takes a second. */
export function* artifactSteps(frozen: FrozenPackage, { fonts }: RenderingOptions = {}): Steps<RenderedArtifact[]> {
  const json = 'application/json'
  const named = [
    renderedArtifact(
      'cci_human_readable',
      { filename: 'commercial_customs_invoice.html', mediaType: 'text/html; charset=utf-8' },
      yield* invoiceHtml(frozen),
    ),
    renderedArtifact(
      'cci_pdf',
      { filename: 'commercial_customs_invoice.pdf', mediaType: 'application/pdf' },
      yield* invoicePdf(frozen, fonts ?? null),
    ),
    renderedArtifact(
      'cci_csv',
      { filename: 'commercial_customs_invoice.csv', mediaType: 'text/csv; charset=utf-8' },
      yield* columnMapSteps(frozen, canonicalMap),
    ),
    renderedArtifact(
      'cci_json',
      { filename: 'commercial_customs_invoice.json', mediaType: json },
      yield* invoiceJson(frozen),
    ),
    renderedArtifact('packing_list', { filename: 'packing_list.json', mediaType: json }, yield* packingList(frozen)),
  ]
  return [
    ...named,
    renderedArtifact('manifest', { filename: 'manifest.json', mediaType: json }, jsonText(manifest(frozen, named))),
  ]
}
