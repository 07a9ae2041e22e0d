import { preferenceClaimed, programCarries } from './tests/claim-tests.ts'
import {
  factAmong,
  factIs,
  numberAtLeast,
  numberBelow,
  numberBetween,
  yearsBeforeEntryAtLeast,
} from './tests/fact-tests.ts'
import { htsChapterIn, onAnyList, originIn, packCannotTell } from './tests/goods-tests.ts'
import { metalAbsent, metalFactIn, metalSharesAtLeast, metalWeightBelow } from './tests/metal-tests.ts'
import { columnOneBelow } from './tests/rate-tests.ts'
import { factGiven, numbersInOneWindow, someProgramCarries } from './tests/stacking-tests.ts'
import type { TradeTest } from './trade-test.ts'

/** Every test that a condition may name; any other name is refused when the pack is loaded. */
export const tradeTestRegistry: Readonly<Record<string, TradeTest>> = {
  columnOneBelow,
  factAmong,
  factGiven,
  factIs,
  htsChapterIn,
  metalAbsent,
  metalFactIn,
  metalSharesAtLeast,
  metalWeightBelow,
  numberAtLeast,
  numberBelow,
  numberBetween,
  numbersInOneWindow,
  onAnyList,
  originIn,
  packCannotTell,
  preferenceClaimed,
  programCarries,
  someProgramCarries,
  yearsBeforeEntryAtLeast,
}
