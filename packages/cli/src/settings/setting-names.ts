/**
 * The wire values that can be configured, which policy stands before execute, and where the key lies; the key itself stands
 * in no configuration file.
 */
export const settingNames = [
  'baseUrl',
  'accountId',
  'warehouseId',
  'brokerId',
  'productId',
  'policyFile',
  'apiKeyFile',
] as const

export type SettingName = (typeof settingNames)[number]
