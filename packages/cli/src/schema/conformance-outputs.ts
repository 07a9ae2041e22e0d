import { count, flag, type JsonSchema, listOf, shape, text, textOrNull, texts } from './shapes.ts'

const requirement = {
  id: text,
  level: { enum: ['MUST', 'SHOULD'] },
  statement: text,
  contract: text,
  docs: text,
  'needs?': texts,
}

/** What `entrygo conformance` answers. */
export const ofConformance: Readonly<Record<string, JsonSchema>> = {
  ConformanceRequirements: shape({ requirements: listOf(shape(requirement)) }),
  ConformanceReport: shape(
    {
      ...{
        baseUrl: text,
        accountId: text,
        startedAt: text,
        durationMs: count,
        requests: count,
        prefix: text,
        asOf: text,
      },
      implementation: shape({ service: text, version: text, contractVersion: text }),
      conforms: flag,
      'stopped?': text,
      counts: shape({ requirements: count, holds: count, failsMust: count, failsShould: count, skipped: count }),
      results: listOf(
        shape({
          ...requirement,
          outcome: { enum: ['holds', 'fails', 'skipped'] },
          ms: count,
          'because?': text,
          'failure?': shape({ sent: textOrNull, expected: text, got: text }),
        }),
      ),
    },
    'What each requirement came to; conforms is true when every MUST that was tried holds.',
  ),
}
