import { ScreeningListError } from '../screening-lists/screening-list-error.ts'

/** What the user of `dev` can mend; `message` names the folder, port or list and the remedy. */
export class DevRefusal extends Error {
  override readonly name = 'DevRefusal'
  readonly setting: 'dataDir' | 'port' | 'screeningLists' | 'faults'

  constructor(setting: DevRefusal['setting'], message: string, cause?: unknown) {
    super(message, { cause })
    this.setting = setting
  }
}

/** The refusal behind what stood in the way of a start, or the error itself where the user could do nothing about it. */
export function refusalOf(
  error: unknown,
  { dataDir, port }: { readonly dataDir: string; readonly port: number },
): unknown {
  if (!(error instanceof Error) || error instanceof DevRefusal) return error
  if (error instanceof ScreeningListError) return new DevRefusal('screeningLists', error.message, error)
  const { code, syscall, message } = { code: '', syscall: '', ...error, message: error.message }
  const other = 'give another folder with --data'
  if (syscall === 'listen') return new DevRefusal('port', portMessage(port, code), error)
  if (code === 'STORE_IN_USE') {
    const text = `${dataDir} is in use by another entrygo dev or server: stop that one, or ${other}.`
    return new DevRefusal('dataDir', text, error)
  }
  if (code === 'SCHEMA_TOO_NEW' || code === 'STORE_UNSAFE' || message.startsWith('The data folder ')) {
    return new DevRefusal('dataDir', message.includes(dataDir) ? message : `${dataDir}: ${message}`, error)
  }
  if (code === 'ERR_SQLITE_ERROR' || /^E[A-Z]+$/.test(code)) {
    const text = `${dataDir} cannot be used (${message}): restore it, remove it to start anew, or ${other}.`
    return new DevRefusal('dataDir', text, error)
  }
  return error
}

function portMessage(port: number, code: string): string {
  const fact = code === 'EADDRINUSE' ? `Port ${port} is taken` : `Port ${port} cannot be listened on (${code})`
  return `${fact}: give another one with --port, or --port 0 for any that is free.`
}
