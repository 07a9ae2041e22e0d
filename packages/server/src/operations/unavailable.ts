import { type Refusal, refuse } from '../domain/refusal.ts'
import { type Caller, type Ports, type Reply, StoreUnavailable } from '../ports.ts'

export function unavailable(message: string): Refusal {
  return refuse('UNAVAILABLE', message, { retryAfterSeconds: 1 })
}

/** What would send or execute is refused while the store is in quarantine; null when it is not. */
export async function refusalInQuarantine({ store }: Pick<Ports, 'store'>): Promise<Refusal | null> {
  const restoration = await store.restoration()
  if (restoration?.isQuarantined !== true) return null
  return refuse(
    'UNAVAILABLE',
    'A backup was restored and the server is in quarantine: nothing is executed or sent until an operator has looked and ' +
      'runs "entrygo-server quarantine lift". Reads, sync, plan and approve go on.',
    { retryAfterSeconds: 60 },
  )
}

type Answer = Promise<Reply | Refusal>

/** The operation, with a store that cannot serve now turned into a refusal that may be retried unchanged. */
export function refusingWhenUnavailable<Request>(
  operate: (request: Request, caller: Caller, ports: Ports) => Answer,
): (request: Request, caller: Caller, ports: Ports) => Answer {
  return async (request, caller, ports) => {
    try {
      return await operate(request, caller, ports)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      ports.log.warn({ cause: error.message }, 'store unavailable')
      return unavailable('The store cannot serve now. Send the same request again.')
    }
  }
}
