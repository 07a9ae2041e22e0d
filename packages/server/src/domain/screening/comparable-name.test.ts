import { expect, it } from 'vitest'
import { comparableName } from './comparable-name.ts'

it.each([
  ['EXAMPLE Trading Co., Ltd.', 'example trading'],
  ['Trading, Example', 'example trading'],
  ['Exämple Gießerei GmbH & Co. KG', 'example giesserei'],
  ['Société d’Exemple S.A.R.L.', 'dexemple societe'],
  ['Open Joint Stock Company "Primer"', 'primer'],
  ['Example-Łódź S.p.A.', 'example lodz'],
  ['Example Example', 'example'],
  ['Ltd.', 'ltd'],
  ['示例贸易有限公司', '示例贸易有限公司'],
  ['...', ''],
])('%s is compared as %s', (name, key) => {
  expect(comparableName(name).key).toBe(key)
})
