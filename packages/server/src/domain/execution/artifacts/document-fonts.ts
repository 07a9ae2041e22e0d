/** TrueType fonts that are embedded where a document holds text outside WinAnsi: the bytes of the font files. */
export interface DocumentFonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

/** Called only when a document needs them, so a server whose texts are all Western never reads a font. */
export type DocumentFontSource = () => DocumentFonts
