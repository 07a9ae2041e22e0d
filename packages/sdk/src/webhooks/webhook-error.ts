/** Why a message is not taken for genuine. */
export type WebhookRefusal =
  /** One of the three headers is missing, or comes more than once. */
  | 'missing_header'
  /** `webhook-timestamp` is no number of seconds. */
  | 'bad_timestamp'
  /** Sent longer ago than the tolerance: delayed, or somebody sends an old message again. */
  | 'too_old'
  /** Of the future by more than the tolerance: a clock is wrong. */
  | 'too_new'
  /** No signature fits any of the secrets. */
  | 'no_match'
  /** A secret is not `whsec_` with base64 of 24 to 64 bytes: a mistake on this side. */
  | 'bad_secret'
  /** Genuine, but no message: not JSON with `type`, `timestamp` and `data`. Or what was passed is no text and no bytes. */
  | 'bad_payload'

/** A message that must not be acted on. Neither secrets nor payload appear in it. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
  readonly reason: WebhookRefusal

  constructor(reason: WebhookRefusal, message: string) {
    super(message)
    this.reason = reason
  }
}
