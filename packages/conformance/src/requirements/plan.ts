import { operation, type Requirement, schema } from '../requirement.ts'

const plan = operation('planExport')
const page = 'api/exports.md#plan'
const readiness = 'concepts/export-lifecycle.md#readiness'
const determinism = 'concepts/determinism.md'

export const planRequirements: readonly Requirement[] = [
  {
    id: 'PLAN-01',
    level: 'MUST',
    statement: 'A new plan answers 201, one of an export that is there and a dry run 200.',
    contract: plan,
    docs: page,
  },
  {
    id: 'PLAN-02',
    level: 'MUST',
    statement: 'Equal inputs give an equal planHash, in whatever order the orders are named.',
    contract: schema('PlanHash'),
    docs: determinism,
  },
  {
    id: 'PLAN-03',
    level: 'MUST',
    statement: 'A changed fact changes the planHash.',
    contract: schema('PlanHash'),
    docs: determinism,
  },
  {
    id: 'PLAN-04',
    level: 'MUST',
    statement: 'A dry run stores nothing: its id is unknown to inspect, and the plan is that of a real run.',
    contract: schema('ExportStatus'),
    docs: 'concepts/export-lifecycle.md',
  },
  {
    id: 'PLAN-05',
    level: 'MUST',
    statement: 'readinessState is BLOCKED, REVIEW_REQUIRED or READY, as the worst finding of what is included decides.',
    contract: schema('ReadinessState'),
    docs: readiness,
  },
  {
    id: 'PLAN-06',
    level: 'MUST',
    statement: 'Unknown is never READY: without a country of origin, and without a tariff number, a plan is not READY.',
    contract: schema('ReadinessState'),
    docs: readiness,
  },
  {
    id: 'PLAN-07',
    level: 'MUST',
    statement: 'Every gap is named at once, each with product, field and the order that it holds up.',
    contract: schema('MissingData'),
    docs: page,
  },
  {
    id: 'PLAN-08',
    level: 'MUST',
    statement: 'Every finding cites its authority and says who can put it right.',
    contract: schema('Finding'),
    docs: 'concepts/readiness.md#from-a-rule-to-a-finding',
  },
  {
    id: 'PLAN-09',
    level: 'MUST',
    statement:
      'An order that is blocked is excluded with its rules, the others stay in, and each order is on one side.',
    contract: schema('ExcludedOrder'),
    docs: readiness,
  },
  {
    id: 'PLAN-10',
    level: 'MUST',
    statement: 'planHash is the SHA-256 of the canonical JSON (RFC 8785) of the snapshot.',
    contract: schema('PlanSnapshot'),
    docs: 'concepts/determinism.md#what-is-hashed',
  },
  {
    id: 'PLAN-11',
    level: 'MUST',
    statement: 'The decision in the snapshot is the decision of the answer, and its inputs are the orders as synced.',
    contract: schema('PlanDecision'),
    docs: 'concepts/determinism.md#what-is-hashed',
  },
  {
    id: 'PLAN-12',
    level: 'MUST',
    statement: 'Unknown orders are refused with 422 UNKNOWN_ORDER, an issue for every one of them.',
    contract: plan,
    docs: 'errors/UNKNOWN_ORDER.md',
  },
  {
    id: 'PLAN-13',
    level: 'MUST',
    statement: 'A destination other than US is refused with 422 UNSUPPORTED_DESTINATION.',
    contract: plan,
    docs: 'errors/UNSUPPORTED_DESTINATION.md',
  },
  {
    id: 'PLAN-14',
    level: 'MUST',
    statement: 'Planning again with an unchanged planHash writes nothing.',
    contract: plan,
    docs: 'concepts/export-lifecycle.md#planning-again',
  },
  {
    id: 'PLAN-15',
    level: 'MUST',
    statement: 'Planning again after a change keeps the export and tells the hash before in EXPORT_REPLANNED.',
    contract: schema('EventType'),
    docs: 'concepts/export-lifecycle.md#planning-again',
  },
  {
    id: 'PLAN-16',
    level: 'MUST',
    statement: 'A plan is read by its hash as the bytes that hash to it, the current one and earlier ones.',
    contract: operation('getPlan'),
    docs: 'api/exports.md#read-and-compare-plans',
  },
  {
    id: 'PLAN-17',
    level: 'MUST',
    statement: 'Compared plans show the changed fact and both values; equal plans have no differences.',
    contract: operation('diffPlans'),
    docs: 'api/exports.md#read-and-compare-plans',
  },
  {
    id: 'PLAN-18',
    level: 'MUST',
    statement: 'Every line of every order has a treatment, those of excluded orders too.',
    contract: schema('LineTreatment'),
    docs: 'concepts/pga.md',
  },
  {
    id: 'PLAN-19',
    level: 'MUST',
    statement: 'Flags are sorted and unique.',
    contract: schema('Flag'),
    docs: page,
  },
  {
    id: 'PLAN-20',
    level: 'SHOULD',
    statement: 'The rule of every finding can be read.',
    contract: operation('getRule'),
    docs: 'api/exports.md#rules',
  },
  {
    id: 'PLAN-21',
    level: 'SHOULD',
    statement: 'An order of a printed book with every fact is not BLOCKED on a day that the rules cover.',
    contract: schema('ReadinessState'),
    docs: 'guides/first-export.md',
  },
]

const approvals = 'api/exports.md#approve'

export const gateRequirements: readonly Requirement[] = [
  {
    id: 'GATE-01',
    level: 'MUST',
    statement: "An export over the value of the account's gate awaits an approval and says why.",
    contract: schema('ApprovalPolicy'),
    docs: 'concepts/export-lifecycle.md',
  },
  {
    id: 'GATE-02',
    level: 'MUST',
    statement: 'An approval of another planHash is refused with 409 PLAN_HASH_MISMATCH, both hashes named.',
    contract: operation('approveExport'),
    docs: 'errors/PLAN_HASH_MISMATCH.md',
  },
  {
    id: 'GATE-03',
    level: 'MUST',
    statement: 'An approval opens the gate and stands in inspect and in the events, with who, why and until when.',
    contract: schema('Approval'),
    docs: approvals,
  },
  {
    id: 'GATE-04',
    level: 'MUST',
    statement: 'An approval dies with its planHash: after a change the export awaits an approval again.',
    contract: operation('approveExport'),
    docs: 'concepts/export-lifecycle.md#planning-again',
  },
  {
    id: 'GATE-05',
    level: 'MUST',
    statement: 'An approval stays dead when a later plan has its hash again.',
    contract: schema('Approval'),
    docs: 'concepts/export-lifecycle.md#planning-again',
  },
  {
    id: 'GATE-06',
    level: 'MUST',
    statement: 'A blocked export cannot be approved: 409 EXPORT_BLOCKED.',
    contract: operation('approveExport'),
    docs: 'errors/EXPORT_BLOCKED.md',
  },
  {
    id: 'GATE-07',
    level: 'MUST',
    statement: 'An approval that ends in the past, or more than 30 days ahead, is refused with 400 VALIDATION_ERROR.',
    contract: schema('ApprovalRequest'),
    docs: approvals,
  },
]
