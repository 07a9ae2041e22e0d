import type { Call, OptionalCall, Write } from './call.ts'
import type { ClientConfig } from './config.ts'
import type {
  EventFeed,
  OperationTypes,
  Webhook,
  WebhookActRequest,
  WebhookDelivery,
  WebhookId,
  WebhookList,
  WebhookReplay,
  WebhookReplayRequest,
  WebhookRequest,
  WebhookWithSecret,
} from './contract/index.ts'
import type { Api, Define } from './define.ts'
import { bodyOf, pathId } from './wire.ts'

/** Which events of the account; `wait` holds the request open until there is one, in seconds. */
export type ListAccountEventsArgs = NonNullable<OperationTypes['listEvents']['parameters']['query']>

/** An act on one endpoint. */
export type WebhookActArgs = { id: WebhookId } & Write<WebhookActRequest>

/** Which events of which export are sent to the endpoint again. */
export type WebhookReplayArgs = { id: WebhookId } & Write<WebhookReplayRequest>

type NoArgs = Readonly<Record<string, never>>

/** How events reach the systems of an operator: pushed to endpoints, or asked for. */
export interface EventCalls {
  readonly webhooks: {
    /** A new endpoint is answered with its `secret`, which no later answer shows. */
    readonly register: Call<Write<WebhookRequest>, Webhook | WebhookWithSecret>
    readonly list: OptionalCall<NoArgs, WebhookList>
    readonly test: Call<WebhookActArgs, WebhookDelivery>
    readonly rotateSecret: Call<WebhookActArgs, WebhookWithSecret>
    readonly replay: Call<WebhookReplayArgs, WebhookReplay>
  }
  /** Events of all exports of the account, in the order in which they were committed. */
  readonly events: { readonly list: OptionalCall<ListAccountEventsArgs, EventFeed> }
}

export function eventCalls(api: Api, config: ClientConfig, define: Define): EventCalls {
  return {
    webhooks: {
      register: define.write('registerWebhook', (args: Write<WebhookRequest>, wire) =>
        api.POST('/api/webhooks', { ...wire, body: bodyOf(config, args) }),
      ),
      list: define.read('listWebhooks', (_: NoArgs | undefined, wire) => api.GET('/api/webhooks', { ...wire })),
      test: define.write('testWebhook', ({ id, ...args }: WebhookActArgs, wire) =>
        api.POST('/api/webhooks/{id}/test', { ...wire, ...at(id), body: bodyOf(config, args) }),
      ),
      rotateSecret: define.write('rotateWebhookSecret', ({ id, ...args }: WebhookActArgs, wire) =>
        api.POST('/api/webhooks/{id}/rotate-secret', { ...wire, ...at(id), body: bodyOf(config, args) }),
      ),
      replay: define.write('replayWebhook', ({ id, ...args }: WebhookReplayArgs, wire) =>
        api.POST('/api/webhooks/{id}/replay', { ...wire, ...at(id), body: bodyOf(config, args) }),
      ),
    },
    events: {
      list: define.read('listEvents', (query: ListAccountEventsArgs | undefined, wire) =>
        api.GET('/api/events', { ...wire, params: { query: query ?? {} } }),
      ),
    },
  }
}

function at(id: WebhookId): { params: { path: { id: string } } } {
  return { params: { path: { id: pathId('id', id) } } }
}
