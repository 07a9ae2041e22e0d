import { WebhookVerificationError } from './webhook-error.ts'

/** Headers as the web platform, Node, or a framework of either gives them; names in any case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** The one value of a header. Throws {@link WebhookVerificationError} where there is none, or more. */
export function headerOf(headers: WebhookHeaders, name: string): string {
  const values = isGetter(headers) ? [headers.get(name) ?? ''] : valuesOf(headers, name)
  const [value = ''] = values
  if (values.length === 1 && value !== '') return value
  const problem = values.length > 1 ? `comes ${values.length} times` : 'is missing'
  throw new WebhookVerificationError(
    'missing_header',
    `The header ${name} ${problem}; pass the headers of the request as they came.`,
  )
}

function isGetter(headers: WebhookHeaders): headers is { get(name: string): string | null } {
  return typeof headers?.get === 'function'
}

function valuesOf(headers: Readonly<Record<string, string | readonly string[] | undefined>>, name: string): string[] {
  // From JavaScript, headers may be missing altogether.
  return Object.entries(headers ?? {})
    .filter(([given]) => given.toLowerCase() === name)
    .flatMap(([, value]) => value ?? [])
}
