import type { FrozenPackage } from '../frozen-package.ts'
import { invoiceCsv } from './invoice-csv.ts'
import { invoiceHtml } from './invoice-html.ts'
import { invoiceJson } from './invoice-json.ts'
import { manifest } from './manifest.ts'
import { packingList } from './packing-list.ts'
import { jsonText, type RenderedArtifact, renderedArtifact } from './rendered-artifact.ts'

/** All files of a customs package; the same package gives the same bytes. The manifest comes last and names the others. */
export function renderArtifacts(frozen: FrozenPackage): RenderedArtifact[] {
  const json = 'application/json'
  const named = [
    renderedArtifact(
      'cci_human_readable',
      { filename: 'commercial_customs_invoice.html', mediaType: 'text/html; charset=utf-8' },
      invoiceHtml(frozen),
    ),
    renderedArtifact(
      'cci_csv',
      { filename: 'commercial_customs_invoice.csv', mediaType: 'text/csv; charset=utf-8' },
      invoiceCsv(frozen),
    ),
    renderedArtifact(
      'cci_json',
      { filename: 'commercial_customs_invoice.json', mediaType: json },
      jsonText(invoiceJson(frozen)),
    ),
    renderedArtifact('packing_list', { filename: 'packing_list.json', mediaType: json }, jsonText(packingList(frozen))),
  ]
  return [
    ...named,
    renderedArtifact('manifest', { filename: 'manifest.json', mediaType: json }, jsonText(manifest(frozen, named))),
  ]
}
