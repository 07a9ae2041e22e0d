import { deliveryBugs } from './delivery.ts'
import { documentBugs } from './documents.ts'
import type { PlantedBug } from './planted-bug.ts'
import { restoreBugs } from './restore.ts'
import { storageBugs } from './storage.ts'

/** All defects that the lane plants. */
export const plantedBugs: readonly PlantedBug[] = [...storageBugs, ...deliveryBugs, ...documentBugs, ...restoreBugs]
