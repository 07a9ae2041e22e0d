import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, describe } from 'vitest'
import type { KeyRing, Store } from '../ports.ts'
import { changesConform } from './conformance/changes.conformance.ts'
import { claimsConform } from './conformance/claims.conformance.ts'
import { crashesConform } from './conformance/crashes.conformance.ts'
import { deliveryConforms } from './conformance/delivery.conformance.ts'
import { endpointsConform } from './conformance/endpoints.conformance.ts'
import { exportListConforms } from './conformance/export-list.conformance.ts'
import { exportsConform } from './conformance/exports.conformance.ts'
import { fanOutConforms } from './conformance/fan-out.conformance.ts'
import { lanesConform } from './conformance/lanes.conformance.ts'
import { quarantineConforms } from './conformance/quarantine.conformance.ts'
import { recordListConforms } from './conformance/record-list.conformance.ts'
import { recordsConform } from './conformance/records.conformance.ts'
import { waitingForEndpointsConforms } from './conformance/waiting-for-endpoints.conformance.ts'

/** What the suite needs of an engine. A place is where data lies: a file, a database. */
export interface Engine {
  /** An empty place that nobody else uses. */
  newPlace(): Promise<string>
  removePlace(place: string): Promise<void>
  /** Opens as a server does; `shared` lets another process open the same place at the same time. */
  open(place: string, use?: 'server' | 'shared'): Promise<Store & KeyRing>
  /** What a restore and an operator do to a place, at a time; also while it is open. */
  quarantine(place: string, act: 'begin' | 'lift', at: number): Promise<void>
  /**
   * Another process that opens the place, shared, and syncs orders for the account of the fixtures without end:
   * `<prefix>1`, `<prefix>2`, and so on, several at a time. It prints each number on a line of its own once its commit is
   * acknowledged.
   */
  startWriter(place: string, prefix: string): ChildProcess
}

/** One opened store for each test. */
export interface Bench {
  readonly engine: Engine
  place(): string
  store(): Store & KeyRing
  reopen(): Promise<void>
}

/** What every engine must do, whatever it is made of. */
export function storeConformance(name: string, engine: Engine): void {
  describe(name, () => {
    let place = ''
    let opened: (Store & KeyRing) | null = null
    beforeEach(async () => {
      place = await engine.newPlace()
      opened = await engine.open(place)
    })
    afterEach(async () => {
      await opened?.close()
      await engine.removePlace(place)
    })
    const bench: Bench = {
      engine,
      place: () => place,
      store: () => {
        if (opened === null) throw new Error('the store is not open')
        return opened
      },
      reopen: async () => {
        await opened?.close()
        opened = null
        opened = await engine.open(place)
      },
    }
    recordsConform(bench)
    recordListConforms(bench)
    changesConform(bench)
    exportsConform(bench)
    exportListConforms(bench)
    deliveryConforms(bench)
    claimsConform(bench)
    fanOutConforms(bench)
    lanesConform(bench)
    endpointsConform(bench)
    waitingForEndpointsConforms(bench)
    crashesConform(bench)
    quarantineConforms(bench)
  })
}
