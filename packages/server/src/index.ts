export { type RunningServer, startServer } from './main.ts'
export { readSettings, type Settings, SettingsError } from './settings.ts'
