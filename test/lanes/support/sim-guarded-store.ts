import { type Store, StoreUnavailable } from '../../../packages/server/src/ports.ts'

export interface Guard {
  readonly guarded: <T>(call: () => Promise<T>) => Promise<T>
  readonly isFull: () => boolean
}

/** The store as the process reaches it. */
export function guardedStore(store: Store, { guarded, isFull }: Guard): Store {
  const room = async (): Promise<void> => {
    if (isFull()) throw new StoreUnavailable('The disk is full in this world.')
  }
  return {
    ...store,
    loadExport: (...wanted) => guarded(() => store.loadExport(...wanted)),
    loadHandOff: (...wanted) => guarded(() => store.loadHandOff(...wanted)),
    loadExportVersion: (...wanted) => guarded(() => store.loadExportVersion(...wanted)),
    loadDelivery: (...wanted) => guarded(() => store.loadDelivery(...wanted)),
    loadRecord: (...wanted) => guarded(() => store.loadRecord(...wanted)),
    loadPlanningRecords: (...wanted) => guarded(() => store.loadPlanningRecords(...wanted)),
    loadArtifact: (...wanted) => guarded(() => store.loadArtifact(...wanted)),
    loadByExternalId: (...wanted) => guarded(() => store.loadByExternalId(...wanted)),
    knownProducts: (...wanted) => guarded(() => store.knownProducts(...wanted)),
    loadProfile: (...wanted) => guarded(() => store.loadProfile(...wanted)),
    findPlan: (...wanted) => guarded(() => store.findPlan(...wanted)),
    findReply: (...wanted) => guarded(() => store.findReply(...wanted)),
    commit: (change) => guarded(() => room().then(() => store.commit(change))),
    claimEffect: (claim) => guarded(() => room().then(() => store.claimEffect(claim))),
    tidyEndpoints: (limit) => guarded(() => room().then(() => store.tidyEndpoints(limit))),
    renewLease: (lease) => guarded(() => room().then(() => store.renewLease(lease))),
    expiredEffects: (...wanted) => guarded(() => store.expiredEffects(...wanted)),
    lapsedEffects: (...wanted) => guarded(() => store.lapsedEffects(...wanted)),
    nextEffectAt: () => guarded(() => store.nextEffectAt()),
    restoration: () => guarded(() => store.restoration()),
  }
}
