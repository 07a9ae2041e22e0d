import { lane, type PlantedBug, tests } from './planted-bug.ts'

const domain = 'packages/server/src/domain/'

/** Defects of plans, documents, money and of the way out. */
export const documentBugs: readonly PlantedBug[] = [
  {
    name: 'float-money',
    promise: 'M1: amounts are exact',
    file: `${domain}customs/money.ts`,
    find: 'return BigInt(Math.floor((product + 500_000) / 1_000_000))',
    replace: 'return BigInt(Math.round(quantity * unitValueUsd * 100))',
    command: lane('money', '--invoices', '5000'),
    says: /lane money: FAILED|lineValueUsd is "[\d.]+", reckoned/,
  },
  {
    name: 'plan-hash-of-list-order',
    promise: 'R12: the plan does not depend on the order of its lists',
    file: `${domain}planning/snapshot.ts`,
    find: 'return records.toSorted((a, b) => compareText(a.id, b.id))',
    replace: 'return [...records]',
    command: tests('domain/planning/plan-hash.test.ts'),
    says: /shuffles of records, lists of ids and members give the same plan/,
  },
  {
    name: 'event-seq-gap',
    promise: 'I4: the events of an export have seq 1..n without gaps',
    file: `${domain}export/events.ts`,
    find: 'seq: before.eventSeq + index + 1,',
    replace: 'seq: before.eventSeq + index + 2,',
    command: tests('operations/execute-export.test.ts'),
    says: /an event would leave a gap in seq/,
  },
  {
    name: 'first-address-checked',
    promise: 'S7: all addresses of a name must be public',
    file: 'packages/server/src/transports/outgoing-http.ts',
    find: 'if (!addresses.every(isPublicAddress))',
    replace: 'if (!addresses.slice(0, 1).every(isPublicAddress))',
    command: lane('ssrf', '--names', '200', '--redirects', '10'),
    says: /lane ssrf: FAILED/,
  },
  {
    name: 'html-not-escaped',
    promise: 'S13: no text becomes markup',
    file: `${domain}execution/artifacts/html-text.ts`,
    find: 'return visibleText(text).replace(/[&<>"\']/g, (character) => entities[character] ?? character)',
    replace: 'return visibleText(text)',
    command: lane('documents', '--strings', '100'),
    says: /lane documents: FAILED/,
  },
  {
    name: 'csv-without-formula-guard',
    promise: 'S12: no cell becomes a formula',
    file: `${domain}execution/artifacts/csv-cell.ts`,
    find: 'return startsFormula.test(text) ? ',
    replace: "return text === '' ? ",
    command: lane('documents', '--strings', '100'),
    says: /lane documents: FAILED/,
  },
]
