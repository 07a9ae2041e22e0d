import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DocumentFonts } from '../domain/execution/artifacts/document-fonts.ts'

/** DejaVu Sans in two weights (Latin, Greek, Cyrillic, Armenian, Georgian and more), read when first asked for. */
export function documentFonts(): DocumentFonts {
  loaded ??= { regular: fontFile('DejaVuSans.ttf'), bold: fontFile('DejaVuSans-Bold.ttf') }
  return loaded
}

let loaded: DocumentFonts | undefined

function fontFile(name: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}`)))
}
