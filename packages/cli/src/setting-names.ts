/** The wire values that can be configured, and where the key lies; the key itself stands in no configuration file. */
export const settingNames = ['baseUrl', 'accountId', 'warehouseId', 'brokerId', 'productId', 'apiKeyFile'] as const

export type SettingName = (typeof settingNames)[number]
