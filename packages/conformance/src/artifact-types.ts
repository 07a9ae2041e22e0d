/** The artifacts of every package, sorted. */
export const artifactTypes = [
  'cci_csv',
  'cci_human_readable',
  'cci_json',
  'cci_pdf',
  'manifest',
  'packing_list',
] as const
