import { maskKey } from '../settings/api-key.ts'

export interface KeptArgv {
  readonly argv: readonly string[]
  /** A word held a secret that a repeat would need. */
  readonly lacksSecret: boolean
}

/**
 * The command line as it may lie on disk: without the API key and its flags, without the idempotency key (the run has it),
 * without what somebody watched it by, and without passwords in addresses.
 */
export function keptArgv(argv: readonly string[], apiKey: string): KeptArgv {
  const kept: string[] = []
  let lacksSecret = false
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (/^--(?:api-key|idempotency-key|har)$/.test(word)) index += 1
    else if (!/^--(?:(?:insecure-argv|debug|github)$|(?:api-key|idempotency-key|har)=)/.test(word)) {
      const clean = withoutSecrets(word, apiKey)
      lacksSecret ||= clean !== word
      kept.push(clean)
    }
  }
  return { argv: kept, lacksSecret }
}

/** The address without user name and password. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/@\s]*@/, '//')
}

function withoutSecrets(word: string, apiKey: string): string {
  const keyless = apiKey === '' ? word : word.replaceAll(apiKey, maskKey(apiKey))
  return withoutPassword(keyless.replace(/\b(eg_(?:test|live)_|whsec_)[\w+/=-]+/g, '$1…'))
}
