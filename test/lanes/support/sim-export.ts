import { operations } from '../../../packages/server/src/operations/operations.ts'
import type { Ports, Store } from '../../../packages/server/src/ports.ts'
import { anOrder, completeShipment, testAsOf } from '../../../packages/server/src/testing/builders.ts'
import { aCaller } from '../../../packages/server/src/testing/fakes.ts'
import { aWrite, bodyOf } from '../../../packages/server/src/testing/workbench.ts'
import { executeAgain } from './sim-clients.ts'
import type { SimLife } from './sim-life.ts'
import { copied } from './sim-store.ts'
import { idPart, type World } from './sim-world.ts'

export type Execute = (life: SimLife, client: number) => Promise<void>

/** Stores the planned export and answers how a client executes it. */
export async function prepareExport(world: World): Promise<Execute> {
  const { settings, template, plan, desk } = world
  const { seed } = settings
  if (plan.isFresh) {
    await planAfresh(world, desk)
    return (life) => executeAgain(world, life, { takesRisk: false, key: `first-${seed}` })
  }
  world.exportId = `batch_${idPart('x', seed)}00000`
  const copyOf = (letter: string): ReturnType<typeof copied> =>
    copied(template, { exportId: world.exportId, world: idPart(letter, seed) })
  await desk.commit(copyOf('p').planned())
  return async (life, client) => {
    const { outcome } = await life.ports.store.commit(copyOf('abcdef'[client] ?? 'f').executed())
    world.note(`${life.name} client ${client} executes: ${outcome}`)
    if (outcome === 'committed') life.dispatcher.wake()
    else await executeAgain(world, life, { takesRisk: false, key: null })
  }
}

async function planAfresh(world: World, desk: Store): Promise<void> {
  const { settings, template, ids, time } = world
  const { accountId, setUp } = template
  const { productId, warehouseId, brokerId } = setUp
  const ports: Ports = { ...settings.base, store: desk, ids, clock: { now: time.wall }, wakeDispatcher: () => {} }
  const caller = aCaller(accountId)
  const items = [anOrder(productId, { externalId: `order-${settings.seed}` })]
  const { data } = bodyOf(await operations.syncOrders(aWrite({ accountId, items }), caller, ports))
  const orderIds = [data[0].id]
  const body = { accountId, asOf: testAsOf, shipment: completeShipment, warehouseId, brokerId, orderIds }
  const { exportId, planHash } = bodyOf(await operations.planExport(aWrite(body), caller, ports))
  world.exportId = exportId
  world.planHash = planHash
}
