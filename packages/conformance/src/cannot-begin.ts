/** Nothing could be tried. */
export class CannotBegin extends Error {
  readonly kind: 'unreachable' | 'key' | 'other-key' | 'set-up' | 'only' | 'nothing' | 'webhook'

  constructor(kind: CannotBegin['kind'], message: string) {
    super(message)
    this.name = 'CannotBegin'
    this.kind = kind
  }
}
