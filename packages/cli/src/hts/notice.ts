/** Said with every answer. */
export const notice =
  'A look-up, not a classification: which number goods have is decided by their owner with a customs broker.'
