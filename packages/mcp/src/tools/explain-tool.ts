import { explainFinding } from '@entrygo/sdk'
import type { ExportId, Finding, RuleRecord } from '@entrygo/sdk/contract'
import { Refusal } from '../answers/refusal.ts'
import { parametersOf } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import { reads } from './hints.ts'

interface ExplainArgs {
  readonly id: ExportId
  readonly ruleId: string
  readonly pointer?: string
}

/** So many findings are explained at once; a rule can have one on every line. */
const maxExplanations = 5

export const explainTool: Tool = defineTool<ExplainArgs>({
  name: 'entrygo_explain_finding',
  title: 'Explain a finding',
  description:
    'What findings of an export were made from: the dated rule with its authority, the facts it read, what it decided. Name them by ruleId, and by pointer where there are several.',
  inputSchema: inputSchema(parametersOf('inspectExport'), {
    more: {
      ruleId: { $ref: '#/components/schemas/RuleId' },
      pointer: { $ref: '#/components/schemas/JsonPointer' },
    },
    required: ['ruleId'],
  }),
  outputSchema: outputSchema({
    type: 'object',
    properties: {
      exportId: { type: 'string' },
      planHash: { type: 'string' },
      explanations: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            finding: shapeNamed('Finding', 1),
            rule: { type: ['object', 'null'] },
            inputs: { type: 'array', items: { type: 'object' } },
            decision: { type: ['object', 'null'] },
          },
          required: ['finding', 'rule', 'inputs', 'decision'],
        },
      },
      left_off: { type: 'integer' },
    },
    required: ['exportId', 'planHash', 'explanations', 'left_off'],
  }),
  annotations: reads,
  run: async ({ client }, { id, ruleId, pointer }, { signal }) => {
    const { exportId, planHash, validationMessages, treatments } = await client.inspect({ id }, { signal })
    const named = validationMessages.filter(isNamed)
    if (named.length === 0) {
      const known = [...new Set(validationMessages.map((finding) => finding.ruleId))].slice(0, 50)
      const message = 'The plan has no such finding. `data.ruleIds` are those of its findings.'
      throw new Refusal('FINDING_NOT_FOUND', message, { field: 'ruleId', details: { ruleIds: known } })
    }
    const snapshot = await client.exports.getPlan({ id, planHash }, { signal })
    const rule: readonly RuleRecord[] = (await client.rules.get({ ruleId }, { signal })).data
    const explanations = named
      .slice(0, maxExplanations)
      .map((finding) => explainFinding({ snapshot, finding, rule, treatments }))
    const data = { exportId, planHash, explanations, left_off: named.length - explanations.length }
    return { says: `${explanations.length} of ${named.length} findings explained.`, data }

    function isNamed(finding: Finding): boolean {
      return finding.ruleId === ruleId && (pointer === undefined || finding.pointer === pointer)
    }
  },
})
