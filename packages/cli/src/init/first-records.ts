import type { EntryGo } from '@entrygo/sdk'
import type { AccountProfile } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import { askWithDefault, canAsk } from '../prompt.ts'
import { plain } from '../render/text.ts'
import { sampleBroker, sampleProduct, sampleProfile, sampleWarehouse } from './sample-records.ts'

/** What a first plan is made of, by id, and what had to be made for it. */
export interface FirstRecords {
  readonly warehouseId: string
  readonly brokerId: string
  readonly productId: string
  /** Names of the sample records that this run made. */
  readonly made: readonly string[]
}

interface Connection {
  readonly client: EntryGo
  readonly accountId: string
}

/** A record that could be meant. */
interface Candidate {
  readonly id: string
  readonly externalId: string
}

/** One kind of record: how it is named, looked for and made. */
interface Kind {
  readonly noun: 'warehouse' | 'broker' | 'product'
  readonly setting: 'warehouseId' | 'brokerId' | 'productId'
  readonly flag: string
  readonly list: () => Promise<readonly Candidate[]>
  readonly make: () => Promise<string>
}

/**
 * Each record from its flag or variable, else the only one that there is, else the choice of the person at the terminal,
 * else with `--sample` the newest or a sample. Everything that is missing is named at once.
 */
export async function firstRecords(context: CommandContext, connection: Connection): Promise<FirstRecords> {
  const { client } = connection
  const made: string[] = []
  const profile = await client.account.getProfile({}, { signal: context.terminal.signal })
  const isSampleProfileNeeded = profile.seller === undefined && profile.importer === undefined
  const ids = await chosenOf(context, kindsOf(context, connection))
  const missing = ids.flatMap(({ kind, choice }) => (choice === null ? [kind.flag] : []))
  if (isSampleProfileNeeded && !mayMake(context)) missing.push('a profile (entrygo account set)')
  if (missing.length > 0) {
    const message = `Missing: ${missing.join(', ')}. Give them, or --sample to make example records, or --no-plan to write the configuration alone.`
    throw new CommandError('USAGE_ERROR', message, {
      field: missing.find((one) => one.startsWith('--')) ?? '--sample',
      data: { candidates: Object.fromEntries(ids.map(({ kind, candidates }) => [kind.setting, candidates])) },
    })
  }
  if (isSampleProfileNeeded) {
    await requireConsent(context)
    await putSampleProfile(context, { client, profile })
    made.push('profile')
  }
  const found: Partial<Record<Kind['setting'], string>> = {}
  for (const { kind, choice } of ids) {
    if (choice === 'sample') made.push(kind.noun)
    found[kind.setting] = choice === 'sample' ? await kind.make() : (choice ?? '')
  }
  const { warehouseId = '', brokerId = '', productId = '' } = found
  return { warehouseId, brokerId, productId, made }
}

function mayMake(context: CommandContext): boolean {
  return context.flags.isSet('sample') || canAsk(context)
}

interface Chosen {
  readonly kind: Kind
  /** An id, a sample that has to be made, or null where nobody can say. */
  readonly choice: string | 'sample' | null
  /** What the choice was from, newest first. */
  readonly candidates: readonly Candidate[]
}

async function chosenOf(context: CommandContext, kinds: readonly Kind[]): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  const settings = await context.settings()
  for (const kind of kinds) {
    const given = settings.given(kind.setting)
    if (given !== undefined) chosen.push({ kind, choice: given.value, candidates: [] })
    else {
      const candidates = (await kind.list()).map(({ id, externalId }) => ({ id, externalId }))
      chosen.push({ kind, choice: await choiceOf(context, kind, candidates), candidates })
    }
  }
  return chosen
}

async function choiceOf(
  context: CommandContext,
  kind: Kind,
  candidates: readonly Candidate[],
): Promise<Chosen['choice']> {
  const [newest, second] = candidates
  // A product of the catalogue may lack facts; a sample has them all.
  if (context.flags.isSet('sample')) return kind.noun === 'product' ? 'sample' : (newest?.id ?? 'sample')
  if (canAsk(context)) return picked(context, kind, candidates)
  return newest !== undefined && second === undefined ? newest.id : null
}

async function picked(context: CommandContext, { noun }: Kind, candidates: readonly Candidate[]): Promise<string> {
  const { output } = context
  for (const [index, { id, externalId }] of candidates.entries())
    output.note(`${index + 1}) ${plain(externalId)} ${id}`)
  output.note(`s) a sample ${noun}`)
  const fallback = noun === 'product' || candidates.length === 0 ? 's' : '1'
  const title = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`
  for (;;) {
    const answer = (await askWithDefault(context, `${title} (${fallback}): `)) || fallback
    if (answer === 's') return 'sample'
    const named =
      candidates[Number(answer) - 1]?.id ??
      candidates.find(({ id, externalId }) => [id, externalId].includes(answer))?.id
    if (named !== undefined) return named
    output.note(`"${plain(answer)}" is none of them: give a number of the list, an id, or s.`)
  }
}

/** So many are offered; whoever has more knows the id. */
const offered = 9

function kindsOf({ terminal: { signal } }: CommandContext, { client, accountId }: Connection): Kind[] {
  const idOf = ({ data }: { readonly data: readonly Candidate[] }): string => {
    const [record] = data
    if (record === undefined) throw new Error('The server answered a sync of one record with none.')
    return record.id
  }
  return [
    {
      ...{ noun: 'warehouse', setting: 'warehouseId', flag: '--warehouse-id' },
      list: async () => (await client.warehouses.list({ limit: offered }, { signal })).data,
      make: async () => idOf(await client.warehouses.sync({ accountId, items: [sampleWarehouse] }, { signal })),
    },
    {
      ...{ noun: 'broker', setting: 'brokerId', flag: '--broker-id' },
      list: async () => (await client.brokers.list({ limit: offered }, { signal })).data,
      make: async () => idOf(await client.brokers.sync({ accountId, items: [sampleBroker] }, { signal })),
    },
    {
      ...{ noun: 'product', setting: 'productId', flag: '--product-id' },
      list: async () => (await client.products.list({ limit: offered }, { signal })).data,
      make: async () => idOf(await client.products.sync({ accountId, items: [sampleProduct] }, { signal })),
    },
  ]
}

/** A seller and an importer that are made up are nothing that a person should find in an account by surprise. */
async function requireConsent(context: CommandContext): Promise<void> {
  if (context.flags.isSet('sample')) return
  context.output.note('The account says neither who sells nor who imports: without that no plan is READY.')
  const answer = await askWithDefault(context, 'Fill in a made-up seller and importer (yes): ')
  if (answer === '' || /^y(?:es)?$/i.test(answer)) return
  const message =
    'Not set up: say who sells and who imports with entrygo account set, or write the configuration alone with --no-plan.'
  throw new CommandError('DECLINED', message)
}

/** A profile replaces the one before it, so what stands in that one is kept. */
async function putSampleProfile(
  { terminal }: CommandContext,
  { client, profile }: { readonly client: EntryGo; readonly profile: AccountProfile },
): Promise<void> {
  const { gate } = profile
  await client.account.putProfile(
    { ...sampleProfile, accountId: profile.accountId, ...(gate !== undefined && { gate }) },
    { signal: terminal.signal },
  )
}
