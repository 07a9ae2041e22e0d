import type { FrozenPackage } from '../frozen-package.ts'
import type { DocumentFontSource } from './document-fonts.ts'
import { invoiceCsv } from './invoice-csv.ts'
import { invoiceHtml } from './invoice-html.ts'
import { invoiceJson } from './invoice-json.ts'
import { manifest } from './manifest.ts'
import { packingList } from './packing-list.ts'
import { invoicePdf } from './pdf/invoice-pdf.ts'
import { jsonText, type RenderedArtifact, renderedArtifact } from './rendered-artifact.ts'

export interface RenderingOptions {
  /** Without it, a PDF prints what is outside WinAnsi by its code points. */
  readonly fonts?: DocumentFontSource
}

/** All files of a customs package; the same package gives the same bytes. The manifest comes last and names the others. */
export function renderArtifacts(frozen: FrozenPackage, options: RenderingOptions = {}): RenderedArtifact[] {
  const steps = artifactSteps(frozen, options)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** `renderArtifacts` in short steps, between which a server can serve others. */
export function* artifactSteps(
  frozen: FrozenPackage,
  { fonts }: RenderingOptions = {},
): Generator<void, RenderedArtifact[]> {
  const named: RenderedArtifact[] = []
  named.push(
    renderedArtifact(
      'cci_human_readable',
      { filename: 'commercial_customs_invoice.html', mediaType: 'text/html; charset=utf-8' },
      invoiceHtml(frozen),
    ),
  )
  yield
  named.push(
    renderedArtifact(
      'cci_pdf',
      { filename: 'commercial_customs_invoice.pdf', mediaType: 'application/pdf' },
      yield* invoicePdf(frozen, fonts ?? null),
    ),
  )
  yield
  named.push(
    renderedArtifact(
      'cci_csv',
      { filename: 'commercial_customs_invoice.csv', mediaType: 'text/csv; charset=utf-8' },
      invoiceCsv(frozen),
    ),
  )
  yield
  named.push(jsonArtifact('cci_json', 'commercial_customs_invoice.json', invoiceJson(frozen)))
  yield
  named.push(jsonArtifact('packing_list', 'packing_list.json', packingList(frozen)))
  yield
  return [...named, jsonArtifact('manifest', 'manifest.json', manifest(frozen, named))]
}

function jsonArtifact(
  type: 'cci_json' | 'packing_list' | 'manifest',
  filename: string,
  document: object,
): RenderedArtifact {
  return renderedArtifact(type, { filename, mediaType: 'application/json' }, jsonText(document))
}
