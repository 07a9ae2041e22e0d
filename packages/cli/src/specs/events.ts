import { eventTypes } from '@entrygo/sdk/contract'
import type { CommandSpec, OptionSpec } from '../command.ts'
import { account, key, reads, writes } from './options.ts'

const endpoint = { name: '<id>', about: 'the endpoint: whk_…' }
const types: OptionSpec = {
  flag: '--event <type>',
  about: 'only this type, repeated (default: all)',
  isRepeated: true,
  choices: eventTypes,
}

/** How events reach the systems of an operator. */
export const eventSpecs: readonly CommandSpec[] = [
  {
    name: 'listen',
    about: 'Print the events of all exports as they are committed, until it is stopped.',
    options: [
      types,
      { flag: '--export-id <id>', about: 'only of this export: batch_…' },
      { flag: '--after <position>', about: 'go on behind this position (default: from now on)' },
      { flag: '--from-start', about: 'from the first event of the account' },
      { flag: '--count <count>', about: 'end with 0 after so many events' },
      { flag: '--forward-to <url>', about: 'post each to a receiver on this machine, signed' },
      { flag: '--secret <secret>', about: 'whsec_… to sign with (default: a fresh one, printed)' },
      { flag: '--secret-file <file>', about: 'file that holds it, - for stdin' },
    ],
    exitCodes: [0, 1, 2, 4, 7, 8, 10, 130],
    examples: [
      'entrygo listen --event BROKER_SUBMISSION_FAILED --event BROKER_SUBMISSION_UNKNOWN',
      'entrygo listen --from-start --count 10 --json',
      'entrygo listen --forward-to http://127.0.0.1:8080/hooks --secret-file secret.txt',
    ],
    output: 'ListenEnd',
    streams: true,
    load: () => import('../commands/listen.ts'),
  },
  {
    name: 'webhooks register',
    about: 'Have events sent to an address; known by its external id it is changed.',
    options: [
      { flag: '--external-id <id>', about: 'your name of the endpoint', isRequired: true },
      { flag: '--url <url>', about: 'where it listens', isRequired: true },
      types,
      { flag: '--inactive', about: 'queue nothing for it' },
      account,
      key,
    ],
    exitCodes: writes,
    examples: ['entrygo webhooks register --external-id WMS --url https://wms.example/hooks --event EXPORT_EXECUTED'],
    output: ['WebhookWithSecret', 'Webhook'],
    load: () => import('../commands/webhooks.ts').then(({ runRegister }) => ({ run: runRegister })),
  },
  {
    name: 'webhooks list',
    about: 'List the endpoints, what waits for them and how the newest messages ended.',
    options: [],
    exitCodes: reads,
    examples: ['entrygo webhooks list --json'],
    output: 'WebhookList',
    load: () => import('../commands/webhooks.ts').then(({ runList }) => ({ run: runList })),
  },
  {
    name: 'webhooks test',
    about: 'Send a test message to an endpoint.',
    arguments: [endpoint],
    options: [{ flag: '--wait', about: 'until it has ended (default 15s); 7 if it failed' }, account, key],
    exitCodes: [0, 1, 2, 4, 6, 7, 8, 9, 10, 130],
    examples: ['entrygo webhooks test whk_… --wait'],
    output: 'WebhookDelivery',
    load: () => import('../commands/webhook-test.ts'),
  },
  {
    name: 'webhooks rotate-secret',
    about: 'Make a new secret; the old one signs too for another day.',
    arguments: [endpoint],
    options: [account, key],
    exitCodes: writes,
    examples: ['entrygo webhooks rotate-secret whk_…'],
    output: 'WebhookWithSecret',
    load: () => import('../commands/webhooks.ts').then(({ runRotate }) => ({ run: runRotate })),
  },
  {
    name: 'webhooks replay',
    about: 'Send the events of an export to an endpoint again, under the ids they had.',
    arguments: [endpoint],
    options: [
      { flag: '--export-id <id>', about: 'the export: batch_…', isRequired: true },
      { flag: '--after <seq>', about: 'only later ones' },
      account,
      key,
    ],
    exitCodes: writes,
    examples: ['entrygo webhooks replay whk_… --export-id batch_… --after 2'],
    output: 'WebhookReplay',
    load: () => import('../commands/webhooks.ts').then(({ runReplay }) => ({ run: runReplay })),
  },
]
