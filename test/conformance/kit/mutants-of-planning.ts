import {
  type Asked,
  answering,
  asking,
  bodyOf,
  codeOf,
  type Forward,
  isObject,
  itemsOf,
  type Mutant,
  read,
  setEverywhere,
  withBody,
} from './mutant.ts'

const plans = /^POST \/api\/exports\/plan/
const anyHash = /sha256:([0-9a-f]{63})([0-9a-f])/g

/** Defects of plan, approval and execute. */
export const mutantsOfPlanning: readonly Mutant[] = [
  {
    name: 'unknown is READY',
    caughtBy: 'PLAN-06',
    make: bodyOf(plans, (body) => ({ ...body, readinessState: 'READY' })),
  },
  {
    name: 'a plan of questions is READY',
    caughtBy: 'PLAN-05',
    make: bodyOf(plans, (body) => ({
      ...body,
      readinessState: itemsOf(body['validationMessages']).length > 0 ? 'REVIEW_REQUIRED' : body['readinessState'],
    })),
  },
  {
    name: 'gaps are told one at a time',
    caughtBy: 'PLAN-07',
    make: bodyOf(plans, (body) => ({ ...body, missing_data: itemsOf(body['missing_data']).slice(0, 1) })),
  },
  {
    name: 'findings cite nothing',
    caughtBy: 'PLAN-08',
    make: bodyOf(plans, (body) => setEverywhere(body, 'citation', '')),
  },
  {
    name: 'blocked orders stay in',
    caughtBy: 'PLAN-09',
    make: bodyOf(plans, (body) => ({
      ...body,
      included_order_ids: [...strings(body['included_order_ids']), ...strings(body['excluded_order_ids'])],
    })),
  },
  {
    name: 'planHash is that of something else, everywhere the same',
    caughtBy: 'PLAN-10',
    make: () => async (asked, forward) => {
      const turn = (text: string): string =>
        text.replaceAll(anyHash, (_, most, last) => `sha256:${most}${(15 - Number.parseInt(last, 16)).toString(16)}`)
      const path = turn(decodeURIComponent(asked.path))
      const told = await forward({
        ...asked,
        path: path === decodeURIComponent(asked.path) ? asked.path : path,
        body: turn(asked.body),
      })
      return told.headers['content-type']?.includes('json') === true ? withBody(told, turn(told.body.toString())) : told
    },
  },
  {
    name: 'planHash depends on the order of the ids',
    caughtBy: 'PLAN-02',
    make: bodyOf(plans, (body, asked) => {
      const ids = strings(read(asked.body)?.['orderIds'])
      if (ids.join() === ids.toSorted().join() || typeof body['planHash'] !== 'string') return body
      return { ...body, planHash: body['planHash'].replace(/.$/, (last) => (last === '0' ? '1' : '0')) }
    }),
  },
  {
    name: 'planHash does not see quantities',
    caughtBy: 'PLAN-03',
    make: () => {
      const known = new Map<string, unknown>()
      return async (asked, forward) => {
        const told = await forward(asked)
        const body = read(told.body.toString())
        if (!plans.test(`${asked.method} ${asked.path}`) || body === null) return told
        const key = strings(read(asked.body)?.['orderIds']).toSorted().join()
        const planHash = known.get(key) ?? body['planHash']
        known.set(key, planHash)
        return withBody(told, JSON.stringify({ ...body, planHash }))
      }
    },
  },
  {
    name: 'a dry run is stored',
    caughtBy: 'PLAN-04',
    make: () => async (asked, forward) => {
      const body = read(asked.body)
      if (!plans.test(`${asked.method} ${asked.path}`) || body?.['dryRun'] !== true) return await forward(asked)
      const told = await forward({ ...asked, body: JSON.stringify({ ...body, dryRun: false }) })
      const plan = { ...read(told.body.toString()), status: 'dry_run', state: 'dry_run' }
      return withBody({ ...told, status: 200 }, JSON.stringify(plan))
    },
  },
  {
    name: 'the lines of excluded orders have no treatment',
    caughtBy: 'PLAN-18',
    make: bodyOf(plans, (body) => {
      const out = strings(body['excluded_order_ids'])
      return {
        ...body,
        treatments: itemsOf(body['treatments']).filter((line) => !out.includes(String(line['order_id']))),
      }
    }),
  },
  {
    name: 'an approval of any hash is taken',
    caughtBy: 'GATE-02',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (codeOf(told) !== 'PLAN_HASH_MISMATCH' || !asked.path.endsWith('/approvals')) return told
      const details = read(told.body.toString())?.['details']
      const planHash = isObject(details) ? details['currentPlanHash'] : undefined
      return await forward({ ...asked, body: JSON.stringify({ ...read(asked.body), planHash }) })
    },
  },
  {
    name: 'an approval survives another hash',
    caughtBy: 'GATE-04',
    make: () => {
      const approved = new Set<unknown>()
      return async (asked, forward) => {
        const told = await forward(asked)
        const body = read(told.body.toString())
        if (asked.path.endsWith('/approvals') && told.status === 201) approved.add(body?.['export_id'])
        if (body === null || !approved.has(body['exportId']) || body['state'] !== 'awaiting_approval') return told
        return withBody(told, JSON.stringify({ ...body, state: 'executable', next_recommended_action: 'EXECUTE' }))
      }
    },
  },
  {
    name: 'an old approval opens the gate of a new plan',
    caughtBy: 'EXEC-08',
    make: () => approving(true),
  },
  {
    name: 'the gate is always open',
    caughtBy: 'EXEC-07',
    make: () => approving(false),
  },
  {
    name: 'the gate is asked again for what was executed',
    caughtBy: 'EXEC-14',
    make: answering((told, asked) => {
      if (asked.path !== '/api/exports/execute' || told.status !== 200) return told
      const error = { errorCode: 'APPROVAL_REQUIRED', message: 'None is live.', requestId: 'req_1', retryable: false }
      return withBody({ ...told, status: 409 }, JSON.stringify(error))
    }),
  },
  {
    name: 'execute does not look at planHash',
    caughtBy: 'EXEC-04',
    make: asking((asked) => {
      const { planHash: _, ...body } = read(asked.body) ?? {}
      return asked.path === '/api/exports/execute' ? { ...asked, body: JSON.stringify(body) } : asked
    }),
  },
  {
    name: 'a stale plan is executed',
    caughtBy: 'EXEC-05',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (codeOf(told) !== 'PLAN_STALE') return told
      const { accountId, batchId } = read(asked.body) ?? {}
      const found = await forward({ ...asked, method: 'GET', path: `/api/exports/${batchId}`, body: '' })
      const { warehouseId, brokerId, included_order_ids: orderIds } = read(found.body.toString()) ?? {}
      const plan = { accountId, batchId, warehouseId, brokerId, orderIds }
      await forward({ ...asked, path: '/api/exports/plan', body: JSON.stringify(plan) })
      return await forward({ ...asked, body: JSON.stringify({ accountId, batchId }) })
    },
  },
  {
    name: 'a second execute makes a second package',
    caughtBy: 'EXEC-02',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      if (asked.path !== '/api/exports/execute' || told.status !== 200) return told
      return withBody(
        told,
        told.body.toString().replaceAll(/cp_[0-9a-z]+/g, (id) => `${id.slice(0, -2)}zz`),
      )
    },
  },
  {
    name: 'every execute is told as the first',
    caughtBy: 'EXEC-03',
    make: () => async (asked, forward) => {
      const told = await forward(asked)
      return asked.path === '/api/exports/execute' && told.status === 200 ? { ...told, status: 201 } : told
    },
  },
]

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** Approves by itself what execute refuses for want of an approval; or only where an earlier plan had one. */
function approving(needsEarlier: boolean): (asked: Asked, forward: Forward) => ReturnType<Forward> {
  const approved = new Set<unknown>()
  return async (asked, forward) => {
    const told = await forward(asked)
    const said = read(told.body.toString())
    if (asked.path.endsWith('/approvals') && told.status === 201) approved.add(said?.['export_id'])
    const { accountId, batchId, planHash } = read(asked.body) ?? {}
    if (codeOf(told) !== 'APPROVAL_REQUIRED' || (needsEarlier && !approved.has(batchId))) return told
    const body = { accountId, planHash, reason: 'None.', actor: { type: 'policy', name: 'Nobody' } }
    await forward({ ...asked, path: `/api/exports/${batchId}/approvals`, body: JSON.stringify(body) })
    return await forward(asked)
  }
}
