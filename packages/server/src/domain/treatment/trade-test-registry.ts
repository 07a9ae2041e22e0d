import { originIn } from './tests/goods-tests.ts'
import type { TradeTest } from './trade-test.ts'

/** Every test that a condition may name; any other name is refused when the pack is loaded. */
export const tradeTestRegistry: Readonly<Record<string, TradeTest>> = { originIn }
