import { join } from 'node:path'
import type { FailpointName } from '../../../packages/server/src/testing/failpoints.ts'
import type { CrashChild } from './crash-child.ts'

export interface CrashStart {
  readonly failpoint: string | null
  /** A data folder of its own. */
  readonly in?: string
}

/** A crash in the middle of the first start leaves a folder on which the next start serves. */
export async function faultsOfMigration(
  failpoint: FailpointName,
  lane: {
    readonly folder: string
    readonly rounds: number
    readonly start: (wanted: CrashStart) => Promise<CrashChild | null>
  },
): Promise<string[]> {
  const faults: string[] = []
  for (let round = 1; round <= lane.rounds; round += 1) {
    const fresh = join(lane.folder, `${failpoint}-${round}`)
    if ((await lane.start({ failpoint: `${failpoint}:${round}`, in: fresh })) !== null)
      faults.push(`${failpoint}:${round} was not reached`)
    const again = await lane.start({ failpoint: null, in: fresh })
    await again?.stop()
  }
  return faults
}
