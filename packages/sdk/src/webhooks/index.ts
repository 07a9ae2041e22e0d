export type { WebhookMessage } from '../contract/index.ts'
export { type VerifyWebhookInput, verifyWebhook } from './verify-webhook.ts'
export { type WebhookRefusal, WebhookVerificationError } from './webhook-error.ts'
export type { WebhookHeaders } from './webhook-headers.ts'
