import { setTimeout as sleep } from 'node:timers/promises'
import type { Export, WebhookList } from '@entrygo/sdk/contract'
import type { Api } from './api.ts'
import type { Receivers } from './crash-receivers.ts'

/** The schedule of one round ends after three days, and questions after as much again. */
const hoursAtTheEnd = [0.1, 1, 3, 6, 12, 16, 22, ...Array.from({ length: 16 }, () => 26)]

/** Lets time pass until nothing of the exports is under way any more and no event waits; says of which something still is. */
export async function exportsAtRest(
  ids: readonly string[],
  world: { readonly api: Api; readonly receivers: Receivers; readonly pass: (ms: number) => void },
): Promise<{ readonly found: Export[]; readonly restless: string[] }> {
  const settled = new Map<string, Export>()
  for (const hours of hoursAtTheEnd) {
    world.pass(hours * 3_600_000)
    await quiet(world.receivers)
    for (const id of ids) {
      if (settled.has(id)) continue
      const found: Export = JSON.parse((await world.api.call({ method: 'GET', path: `/api/exports/${id}` })).text)
      if (isAtRest(found)) settled.set(id, found)
    }
    if (settled.size === ids.length && (await waitingEndpoints(world.api)).length === 0) break
  }
  const restless = ids.filter((id) => !settled.has(id)).map((id) => `${id} does not come to rest`)
  return { found: [...settled.values()], restless }
}

/** Endpoints for which something still waits. */
export async function waitingEndpoints(api: Api): Promise<string[]> {
  const { data }: WebhookList = JSON.parse((await api.call({ method: 'GET', path: '/api/webhooks' })).text)
  return data.flatMap(({ externalId, pending_count: pending }) =>
    pending === 0 ? [] : [`${pending} messages still wait for the endpoint ${externalId}`],
  )
}

/** Resolves when nobody has been told anything for a while. */
async function quiet({ mails, hooks, movedHooks, borderBuddy }: Receivers): Promise<void> {
  const told = (): number => mails.length + hooks.length + movedHooks.length + borderBuddy.effects().length
  for (let rounds = 0; rounds < 3; ) {
    const before = told()
    await sleep(400)
    rounds = told() === before ? rounds + 1 : 0
  }
}

function isAtRest({ state, notifications }: Export): boolean {
  const isPending = ({ status }: { readonly status: string }): boolean => status === 'prepared' || status === 'sending'
  return state !== 'handing_off' && !notifications.some(isPending)
}
