import createClient from 'openapi-fetch'
import { type ArtifactFile, artifactFileOf } from './artifact-file.ts'
import type { Call, OptionalCall, Write } from './call.ts'
import { type ClientConfig, configOf, type EntryGoOptions } from './config.ts'
import type {
  AccountProfile,
  AccountProfileInput,
  Approval,
  ApprovalRequest,
  ArtifactType,
  CustomsPackage,
  CustomsPackageId,
  EventList,
  ExecutedExport,
  ExecuteRequest,
  Export,
  ExportId,
  ExportList,
  ExportPlan,
  Health,
  OperationTypes,
  PlanDiff,
  PlanHash,
  PlanRequest,
  PlanSnapshot,
  paths,
  RuleList,
} from './contract/index.ts'
import { type Api, type Define, defineWith } from './define.ts'
import { type EventCalls, eventCalls } from './event-calls.ts'
import { type EvidenceFile, evidenceFileOf } from './evidence-file.ts'
import { type RecordCalls, recordCalls } from './record-calls.ts'
import { bodyOf, pathId, pathPlanHash, pathRuleId } from './wire.ts'

/** Filters and cursor of the list of exports. */
export type ListExportsArgs = NonNullable<OperationTypes['listExports']['parameters']['query']>

/** Which events of which export; `wait` holds the request open until there is one, in seconds. */
export type ListEventsArgs = { id: ExportId } & NonNullable<OperationTypes['listExportEvents']['parameters']['query']>

export type ApproveArgs = { id: ExportId } & Write<ApprovalRequest>

export interface ArtifactArgs {
  readonly id: CustomsPackageId
  readonly artifact_type: ArtifactType
}

/** A plan of an export by its hash, current or earlier. */
export interface PlanArgs {
  readonly id: ExportId
  readonly planHash: PlanHash
}

/** `against` is the plan before, `planHash` the one after. */
export type DiffPlansArgs = PlanArgs & OperationTypes['diffPlans']['parameters']['query']

/** A rule by its id, as findings name it; with `asOf` the records in force on that entry date alone. */
export type RuleArgs = { ruleId: string } & NonNullable<OperationTypes['getRule']['parameters']['query']>

type NoArgs = Readonly<Record<string, never>>
type Plan = Call<Write<PlanRequest>, ExportPlan>
type Execute = Call<Write<ExecuteRequest>, ExecutedExport>
type Inspect = Call<{ readonly id: ExportId }, Export>

/** One method for each operation of the contract; arguments and answers have the names of the wire. */
export interface EntryGo extends EventCalls, RecordCalls {
  readonly plan: Plan
  readonly execute: Execute
  readonly inspect: Inspect
  readonly account: {
    readonly getProfile: OptionalCall<NoArgs, AccountProfile>
    readonly putProfile: Call<Write<AccountProfileInput>, AccountProfile>
  }
  readonly exports: {
    readonly plan: Plan
    readonly approve: Call<ApproveArgs, Approval>
    readonly execute: Execute
    readonly inspect: Inspect
    readonly list: OptionalCall<ListExportsArgs, ExportList>
    readonly events: Call<ListEventsArgs, EventList>
    readonly evidence: Call<{ readonly id: ExportId }, EvidenceFile>
    readonly getPlan: Call<PlanArgs, PlanSnapshot>
    readonly diffPlans: Call<DiffPlansArgs, PlanDiff>
  }
  readonly customsPackages: {
    readonly get: Call<{ readonly id: CustomsPackageId }, CustomsPackage>
    readonly artifact: Call<ArtifactArgs, ArtifactFile>
  }
  readonly rules: { readonly get: Call<RuleArgs, RuleList> }
  readonly system: { readonly health: OptionalCall<NoArgs, Health> }
}

/** A client. Throws `EntryGoError` of kind `config` for unusable options; opens no connection and reads no environment. */
export function createEntryGo(options: EntryGoOptions): EntryGo {
  const config = configOf(options)
  const api = createClient<paths, 'application/json'>({ baseUrl: config.baseUrl })
  const define = defineWith(config)
  const exports = exportCalls(api, config, define)
  const { plan, execute, inspect } = exports
  return {
    plan,
    execute,
    inspect,
    exports,
    ...recordCalls(api, config, define),
    ...readCalls(api, config, define),
    ...eventCalls(api, config, define),
  }
}

function exportCalls(api: Api, config: ClientConfig, define: Define): EntryGo['exports'] {
  return {
    plan: define.write('planExport', (args: Write<PlanRequest>, wire) =>
      api.POST('/api/exports/plan', { ...wire, body: bodyOf(config, args) }),
    ),
    approve: define.write('approveExport', ({ id, ...args }: ApproveArgs, wire) =>
      api.POST('/api/exports/{id}/approvals', {
        ...wire,
        params: { path: { id: pathId('id', id) } },
        body: bodyOf(config, args),
      }),
    ),
    execute: define.write('executeExport', (args: Write<ExecuteRequest>, wire) =>
      api.POST('/api/exports/execute', { ...wire, body: bodyOf(config, args) }),
    ),
    inspect: define.read('inspectExport', ({ id }: { readonly id: ExportId }, wire) =>
      api.GET('/api/exports/{id}', { ...wire, params: { path: { id: pathId('id', id) } } }),
    ),
    list: define.read('listExports', (query: ListExportsArgs | undefined, wire) =>
      api.GET('/api/exports', { ...wire, params: { query: query ?? {} } }),
    ),
    events: define.read('listExportEvents', ({ id, ...query }: ListEventsArgs, wire) =>
      api.GET('/api/exports/{id}/events', { ...wire, params: { path: { id: pathId('id', id) }, query } }),
    ),
    evidence: define.read('downloadEvidence', async ({ id }: { readonly id: ExportId }, wire) => {
      const params = { path: { id: pathId('id', id) } }
      const { data, response } = await api.GET('/api/exports/{id}/evidence', {
        ...wire,
        params,
        parseAs: 'arrayBuffer',
      })
      return { data: await evidenceFileOf(id, response.headers, data ?? new ArrayBuffer(0)), response }
    }),
    getPlan: define.read('getPlan', ({ id, planHash }: PlanArgs, wire) =>
      api.GET('/api/exports/{id}/plans/{planHash}', {
        ...wire,
        params: { path: { id: pathId('id', id), planHash: pathPlanHash('planHash', planHash) } },
      }),
    ),
    diffPlans: define.read('diffPlans', ({ id, planHash, against }: DiffPlansArgs, wire) =>
      api.GET('/api/exports/{id}/plans/{planHash}/diff', {
        ...wire,
        params: {
          path: { id: pathId('id', id), planHash: pathPlanHash('planHash', planHash) },
          query: { against: pathPlanHash('against', against) },
        },
      }),
    ),
  }
}

function readCalls(
  api: Api,
  config: ClientConfig,
  define: Define,
): Pick<EntryGo, 'account' | 'customsPackages' | 'rules' | 'system'> {
  return {
    account: {
      getProfile: define.read('getAccountProfile', (_: NoArgs | undefined, wire) =>
        api.GET('/api/account/profile', { ...wire }),
      ),
      putProfile: define.write('putAccountProfile', (args: Write<AccountProfileInput>, wire) =>
        api.PUT('/api/account/profile', { ...wire, body: bodyOf(config, args) }),
      ),
    },
    customsPackages: {
      get: define.read('getCustomsPackage', ({ id }: { readonly id: CustomsPackageId }, wire) =>
        api.GET('/api/customs-packages/{id}', { ...wire, params: { path: { id: pathId('id', id) } } }),
      ),
      artifact: define.read('downloadArtifact', async ({ id, artifact_type }: ArtifactArgs, wire) => {
        pathId('artifact_type', artifact_type)
        const path = { id: pathId('id', id), artifact_type }
        const { data, response } = await api.GET('/api/customs-packages/{id}/artifacts/{artifact_type}', {
          ...wire,
          params: { path },
          parseAs: 'arrayBuffer',
        })
        return { data: await artifactFileOf(artifact_type, response.headers, data ?? new ArrayBuffer(0)), response }
      }),
    },
    rules: {
      get: define.read('getRule', ({ ruleId, ...query }: RuleArgs, wire) =>
        api.GET('/api/rules/{ruleId}', { ...wire, params: { path: { ruleId: pathRuleId(ruleId) }, query } }),
      ),
    },
    system: {
      health: define.read('getHealth', (_: NoArgs | undefined, wire) => api.GET('/api/system/health', { ...wire })),
    },
  }
}
