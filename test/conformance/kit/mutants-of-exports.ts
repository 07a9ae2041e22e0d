import { answering, asking, bodyOf, isObject, itemsOf, type Mutant, read, setEverywhere, withBody } from './mutant.ts'

const plans = /^POST \/api\/exports\/plan/
const inspects = /^GET \/api\/exports\/batch_[0-9a-z]+$/

/** Defects of plans as they are told and read, of packages and of events. */
export const mutantsOfExports: readonly Mutant[] = [
  {
    name: 'an export that is planned again is told as created',
    caughtBy: 'PLAN-01',
    make: answering((told, asked) =>
      /"batchId":/.test(asked.body) && told.status === 200 ? { ...told, status: 201 } : told,
    ),
  },
  {
    name: 'the snapshot leaves out who is excluded',
    caughtBy: 'PLAN-11',
    make: bodyOf(plans, (body) => {
      const { snapshot } = body
      if (isObject(snapshot)) setEverywhere(snapshot['decision'], 'excluded', [])
    }),
  },
  {
    name: 'planning again is an event each time',
    caughtBy: 'PLAN-14',
    make: () => {
      const again = new Set<unknown>()
      return async (asked, forward) => {
        const told = await forward(asked)
        const body = read(told.body.toString()) ?? {}
        const { batchId } = read(asked.body) ?? {}
        if (plans.test(`${asked.method} ${asked.path}`) && batchId !== undefined) again.add(batchId)
        if (!inspects.test(`${asked.method} ${asked.path}`) || !again.has(body['exportId'])) return told
        const events = itemsOf(body['events'])
        const seq = events.length + 1
        return withBody(told, JSON.stringify({ ...body, events: [...events, { ...events.at(-1), seq }] }))
      }
    },
  },
  {
    name: 'a plan is read in other bytes than were hashed',
    caughtBy: 'PLAN-16',
    make: answering((told, asked) =>
      /\/plans\/[^/]+$/.test(asked.path) && told.status === 200 ? withBody(told, `${told.body} `) : told,
    ),
  },
  {
    name: 'a comparison leaves quantities out',
    caughtBy: 'PLAN-17',
    make: bodyOf(/\/diff\?/, (body) => ({
      ...body,
      differences: itemsOf(body['differences']).filter(({ pointer }) => !String(pointer).endsWith('/quantity')),
    })),
  },
  {
    name: 'a flag stands twice',
    caughtBy: 'PLAN-19',
    make: bodyOf(plans, (body) => {
      const flags = Array.isArray(body['flags']) ? body['flags'] : []
      return { ...body, flags: [...flags, ...flags.slice(0, 1)] }
    }),
  },
  {
    name: 'the rule of a finding cannot be read',
    caughtBy: 'PLAN-20',
    make: answering((told, asked) => (asked.path.startsWith('/api/rules/') ? { ...told, status: 404 } : told)),
  },
  {
    name: 'whatever is planned is blocked',
    caughtBy: 'PLAN-21',
    make: bodyOf(plans, (body) => ({ ...body, readinessState: 'BLOCKED' })),
  },
  {
    name: 'the gate does not say why',
    caughtBy: 'GATE-01',
    make: bodyOf(plans, (body) => ({ ...body, policy: { requiresApproval: true, because: [] } })),
  },
  {
    name: 'the event of an approval names somebody else',
    caughtBy: 'GATE-03',
    make: bodyOf(inspects, (body) => setEverywhere(body['events'], 'actor', { type: 'person', name: 'Somebody' })),
  },
  {
    name: 'a dead approval lives again with its hash',
    caughtBy: 'GATE-05',
    make: () => {
      const approved = new Set<unknown>()
      return async (asked, forward) => {
        const told = await forward(asked)
        const body = read(told.body.toString())
        if (asked.path.endsWith('/approvals') && told.status === 201) approved.add(body?.['planHash'])
        if (body === null || body['state'] !== 'awaiting_approval' || !approved.has(body['planHash'])) return told
        return withBody(told, JSON.stringify({ ...body, state: 'executable', next_recommended_action: 'EXECUTE' }))
      }
    },
  },
  {
    name: 'execute leaves the manifest out',
    caughtBy: 'EXEC-01',
    make: bodyOf(/^POST \/api\/exports\/execute/, (body) => ({
      ...body,
      artifacts: itemsOf(body['artifacts']).filter(({ artifact_type }) => artifact_type !== 'manifest'),
    })),
  },
  {
    name: 'an artifact is rendered anew for each reader',
    caughtBy: 'ART-03',
    make: () => {
      const read = new Map<string, number>()
      return async (asked, forward) => {
        const told = await forward(asked)
        if (!asked.path.includes('/artifacts/')) return told
        const times = (read.get(asked.path) ?? 0) + 1
        read.set(asked.path, times)
        return withBody(told, `${told.body}${' '.repeat(times - 1)}`)
      }
    },
  },
  {
    name: 'the manifest leaves an artifact out',
    caughtBy: 'ART-06',
    make: bodyOf(/\/artifacts\/manifest/, (body) => ({ ...body, files: itemsOf(body['files']).slice(1) })),
  },
  {
    name: 'a long-poll ends when it likes',
    caughtBy: 'INSP-05',
    make: asking((asked) => ({ ...asked, path: asked.path.replace(/wait=1$/, 'wait=0') })),
  },
  {
    name: 'the first event is told with the hash there is now',
    caughtBy: 'INSP-07',
    make: bodyOf(inspects, (body) => setEverywhere(itemsOf(body['events'])[0], 'planHash', body['planHash'])),
  },
  {
    name: 'the events of artifacts have another digest',
    caughtBy: 'INSP-09',
    make: bodyOf(inspects, (body) => setEverywhere(body['events'], 'sha256', '0'.repeat(64))),
  },
]
