import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

export interface RawFile {
  readonly path: string
  readonly sha256: string
}

export type Row = Readonly<Record<string, string>>

/** The raw files that this pack was made from; another content is refused, so that SOURCES.md stays true. */
export const rawFiles = {
  tariff: {
    path: 'hts/hts_2026_rev_10_lines.csv.gz',
    sha256: 'd78399e1f4fe1b0441b9fb75c86231693e734b31734e42004067906310a74f13',
  },
  countries: {
    path: 'ref/iso_countries.csv',
    sha256: 'b5cbc62b4a8af88d0a1b85cebbd61bd1fbd9cd8ca336f7af64088fc9b3eb08e5',
  },
  htsUnits: {
    path: 'ref/hts_unit_map.csv',
    sha256: 'b4a70bed8db633f719009d9748f20bf05fe4f9ffceb9aa6563651d76d9a49e33',
  },
  ports: {
    path: 'ref/us_port_codes_unverified.csv',
    sha256: '1af957cfdc4a4c4c9855bad3c46ab0c843957e94c82f01bd7a84581a6a3202ac',
  },
  metals: {
    path: 's232/note16_metals_lists.csv',
    sha256: 'd156848f730771ff4811146f37703411e1d380a3247e21013c72b4e655e58e51',
  },
  otherActions: {
    path: 's232/other_trade_action_lists.csv',
    sha256: 'bae65ad52a58a23a0719f66556b5421d8c66a4b412620296ee6c6cbb9266d5f0',
  },
  canada: {
    path: 'canada338/canada_section338.csv',
    sha256: 'fbcbba84ad9d93ac8ece3659822f605f9077f89f28b6fb4cb3293edb81874b53',
  },
  china: {
    path: 's301/s301_product_lists.csv',
    sha256: '3d02e47f5ce32e45ea205debc47a382ade6a1f22d5f91cc5ecf625d24353283c',
  },
  chinaExclusions: {
    path: 's301/s301_exclusion_lines.csv',
    sha256: '9929f0b9d582c5765eedca959913971bd87f50d8faedd04797162114435016d1',
  },
  brazil: {
    path: 's301/s301_brazil_exempt_products.csv',
    sha256: '7e88293f3116585247cdfe1b90e190e2c156e018f9bc202e93db2ba0ca8825f3',
  },
  forcedLabor: {
    path: 's301/s301fl_final_exempt_ch84-97_full_PARTIAL.csv',
    sha256: 'cb13861509179f0af8f136611164815d50d7ef3b90ca66ec8445f246202704ad',
  },
} satisfies Record<string, RawFile>

/** The rows of a raw CSV file, packed or not, with LF or CRLF; every cell is a text ("NA" stays "NA"). */
export function rawRows(folder: string, { path, sha256 }: RawFile): Row[] {
  const bytes = readFileSync(join(folder, path))
  const actual = createHash('sha256').update(bytes).digest('hex')
  if (actual !== sha256) throw new Error(`${path} has SHA-256 ${actual}, but the pack is made from ${sha256}.`)
  const rows: Row[] = parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true })
  return rows
}
