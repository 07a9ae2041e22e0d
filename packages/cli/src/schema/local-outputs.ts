import { ofConformance } from './conformance-outputs.ts'
import { count, flag, type JsonSchema, listOf, orNull, ref, sha256, shape, text, textOrNull, texts } from './shapes.ts'

export type { JsonSchema } from './shapes.ts'

/** What stands under `data` where it is the command's own answer and not one of the contract. */
export function localOutputs(): Readonly<Record<string, JsonSchema>> {
  return {
    ...ofRecords,
    ...ofPlans,
    ...ofFiles,
    ...ofOfflineWork,
    ...ofThisMachine,
    ...ofConformance,
    ...ofTheJournal,
    ...ofStreams,
  }
}

const skipped = shape({ because: text, records: count, lines: count, externalIds: texts })
const sums = {
  ...{ count, created: count, updated: count, batches: count },
  ...{ skipped: listOf(skipped), rejected: count, alreadySynced: count },
}
const columnMap = { name: text, records: text, about: text, needs: texts }
const synced = shape({ id: text, externalId: text, created: flag })

const ofRecords = {
  OrdersSynced: shape({ 'data?': listOf(synced), ...sums }, 'The orders of the input, each with its id.'),
  RecordsSynced: shape({ 'data?': listOf(synced), ...sums }, 'The records of the input, each with its id.'),
  ColumnMaps: shape({ maps: listOf(shape(columnMap)) }),
  ColumnMap: shape({ ...columnMap, text }, 'A column map and its file.'),
}

const pendingRun = shape({
  id: { type: 'integer', minimum: 1 },
  idempotencyKey: text,
  argv: texts,
  cwd: text,
  startedAt: { type: 'string', format: 'date-time' },
  baseUrl: text,
  accountId: text,
  state: { enum: ['unfinished', 'running', 'overtaken'] },
  done: textOrNull,
  exportId: textOrNull,
  canResume: { enum: ['yes', 'stdin', 'secret'] },
})

const ofTheJournal = {
  PendingRuns: listOf(pendingRun),
  ResumedRuns: listOf(
    shape({ run: pendingRun, exitCode: { type: ['integer', 'null'] }, answer: { type: ['object', 'null'] } }),
  ),
}

const approvalShown: JsonSchema = {
  allOf: [ref('Approval'), shape({ validity: { enum: ['live', 'expired', 'plan_changed'] } })],
}

const ofPlans = {
  FindingExplanations: shape(
    {
      exportId: text,
      planHash: ref('PlanHash'),
      explanations: listOf(
        shape({
          finding: { anyOf: [ref('Finding'), ref('DecidedFinding')] },
          rule: orNull(ref('RuleRecord')),
          inputs: listOf(shape({ pointer: text, isGiven: flag })),
          decision: { type: ['object', 'null'] },
        }),
      ),
      truncated: count,
    },
    'Findings with what they were made from: plan --explain.',
  ),
  PlanComparison: {
    allOf: [ref('PlanDiff'), shape({ againstExportId: text })],
    description: 'The differences, with the export of the plan before.',
  },
  ApprovalGiven: {
    allOf: [ref('Approval'), shape({ approved: { type: ['object', 'null'] } })],
    description: 'The approval, with what was looked at; null for a key that may not read.',
  },
  ExportApprovals: shape({
    exportId: text,
    planHash: ref('PlanHash'),
    readinessState: ref('ReadinessState'),
    state: ref('ExportState'),
    requiresApproval: flag,
    because: texts,
    approvals: listOf(approvalShown),
  }),
  PlanFileShown: shape(
    {
      file: text,
      intact: { type: ['boolean', 'null'] },
      checks: listOf(shape({ check: text, ok: flag, detail: text })),
      accountId: textOrNull,
      validThrough: textOrNull,
      'plan?': ref('ExportPlan'),
    },
    'The plan of a file, unless it was altered; intact is null where the file does not hold the hashed value.',
  ),
  PlannedExport: {
    allOf: [
      ref('ExportPlan'),
      shape({
        'gate?': shape({
          policyFile: text,
          decision: { enum: ['proceed', 'ask', 'stop'] },
          reasons: listOf(shape({ code: text, decision: { enum: ['ask', 'stop'] }, message: text, quoted: texts })),
        }),
      }),
    ],
    description: 'The plan; with a policy also what that says of it.',
  },
  RunOutcome: shape(
    { sync: shape({ ...sums }), plan: ref('ExportPlan'), execution: ref('ExecutedExport'), export: ref('Export') },
    'What each step of the loop answered.',
  ),
}

const ofFiles = {
  DocumentsWritten: shape({
    customs_package_id: text,
    packageNumber: text,
    files: listOf(
      shape({ artifact_type: ref('ArtifactType'), path: text, size: count, sha256, verified: { const: true } }),
    ),
  }),
  EvidenceWritten: shape({ exportId: text, path: text, size: count, sha256, verified: { const: true } }),
  Verification: shape({
    kind: { enum: ['bundle', 'package', 'plan', 'unknown'] },
    path: text,
    verified: flag,
    checks: listOf(shape({ check: text, ok: flag, detail: text })),
  }),
}

const counted = { products: count }

const ofOfflineWork = {
  LintReport: shape({
    asOf: text,
    isLawKnown: flag,
    rulePack: shape({ id: text, version: text, htsRevision: text }),
    notRun: texts,
    count,
    readiness: { type: 'object', additionalProperties: count },
    refused: count,
    facts: listOf(
      shape({ severity: ref('Severity'), code: ref('FindingCode'), field: text, ...counted, ruleIds: texts }),
    ),
    tradeActions: listOf(shape({ program: text, applies: count, needs_answer: count })),
    pga: listOf(shape({ program: text, agency: text })),
    csv: orNull(shape({ file: text, rows: count })),
    refusals: listOf(shape({ at: text, externalId: textOrNull, issues: listOf(ref('Issue')) })),
    products: listOf(shape({ externalId: text, at: text, readinessState: ref('ReadinessState') })),
  }),
  TariffLines: shape({
    query: text,
    'chapter?': text,
    htsRevision: text,
    count,
    results: listOf(shape({ htsCode: text, heading: text, units: texts, path: texts })),
    replaced: listOf({}),
    notice: text,
  }),
  TariffNumber: shape({
    htsCode: text,
    status: { enum: ['line', 'missing', 'too_short', 'incomplete', 'unknown_suffix', 'unknown_line'] },
    lineCount: count,
    lines: listOf(shape({ htsCode: text, path: texts, units: texts })),
    notice: text,
  }),
}

const setting = shape({ name: text, value: textOrNull, source: textOrNull, origin: textOrNull })

const ofThisMachine = {
  SetUp: shape(
    {
      path: text,
      config: { type: 'object', additionalProperties: text },
      apiKeyFile: textOrNull,
      health: ref('Health'),
      first: orNull(
        shape({ orders: text, shipment: text, planFile: text, made: texts, asOf: textOrNull, plan: ref('ExportPlan') }),
      ),
    },
    'The configuration that was written, and the first plan; null with --no-plan.',
  ),
  DevServer: shape({
    url: text,
    apiKey: text,
    accountId: text,
    warehouseId: text,
    brokerId: text,
    mailDir: text,
    warehouses: { type: 'object', additionalProperties: text },
    brokers: { type: 'object', additionalProperties: text },
    received: { type: 'object', additionalProperties: text },
  }),
  McpServer: shape({ url: text }, 'Where it listens; over stdio it speaks MCP and prints no document.'),
  SettingValues: { type: 'object', additionalProperties: textOrNull },
  SettingOrigins: shape({ precedence: texts, settings: listOf(setting) }),
  LoggedIn: shape({ baseUrl: text, accountId: text, apiKeyFile: text, path: text, key: text }),
  LoggedOut: shape({ removed: flag, apiKeyFile: text, path: text }),
  SettingWritten: shape({ name: text, value: text, path: text }),
  ExitCodeTable: shape({
    exitCodes: listOf(shape({ code: ref('ExitCode'), name: text, meaning: text, errorCodes: texts })),
  }),
  Diagnosis: shape({
    exitCode: ref('ExitCode'),
    checks: listOf(
      shape({
        check: text,
        status: { enum: ['ok', 'warn', 'fail'] },
        detail: text,
        'remedy?': text,
        'exitCode?': ref('ExitCode'),
      }),
    ),
    settings: listOf(setting),
    health: orNull(ref('Health')),
  }),
  CompletionScript: shape({ shell: { enum: ['bash', 'zsh', 'fish', 'pwsh'] }, script: text }),
  CliSchema: shape({ name: { const: 'entrygo' }, version: text, commands: listOf({ type: 'object' }) }),
  Help: shape({ help: text }),
  Version: shape({ version: text }),
}

const ofStreams = {
  RecordsListed: shape({ count }, 'How many records were listed.'),
  ListenEnd: shape({ after: count }, 'The position to go on behind.'),
}
