/** What is wrong with a policy, in sentences; a typing error must not widen it. */
export function policyProblems(policy: Readonly<Record<string, unknown>> | object): string[] {
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) return ['The policy must be an object.']
  return Object.entries(policy).flatMap(([field, value]) => {
    const wanted = fields.find(([name]) => name === field)?.[1]
    if (wanted === undefined) {
      return [`${field} is no field of a policy: use ${fields.map(([name]) => name).join(', ')}.`]
    }
    return value === undefined || shapes[wanted](value) ? [] : [`${field} must be ${wanted}.`]
  })
}

const shapes = {
  'a list of texts': (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  'a number, 0 or more': (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
  'true or false': (value: unknown) => typeof value === 'boolean',
} as const

const fields: readonly (readonly [name: string, shape: keyof typeof shapes])[] = [
  ['allowedReadiness', 'a list of texts'],
  ['maxValueUsd', 'a number, 0 or more'],
  ['brokerIds', 'a list of texts'],
  ['allowedFlags', 'a list of texts'],
  ['personFlags', 'a list of texts'],
  ['allowExclusions', 'true or false'],
]
