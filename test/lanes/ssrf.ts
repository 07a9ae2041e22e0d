/**
 * Sends requests to URLs that lead, or seem to lead, into somebody's own network: addresses in every spelling, names whose
 * servers answer with such addresses or change their answer, redirects, proxies of the environment. No connection may go
 * to an address that is not public. A guard that looks at the text alone must fail here, or the lane sees nothing.
 *
 *   node --conditions=entrygo-src test/lanes/ssrf.ts [--names 500] [--redirects 100] [--seed 1]
 */
import { httpReceiver } from '../../packages/server/src/testing/http-servers.ts'
import { outgoingHttp } from '../../packages/server/src/transports/outgoing-http.ts'
import type { ResolveHost } from '../../packages/server/src/transports/resolve-host.ts'
import { tlsPair } from '../../packages/server/src/transports/tls-pair.conformance.ts'
import { naiveHttp } from './support/naive-http.ts'
import { forbiddenAmong, watchOutgoing } from './support/outgoing-watch.ts'
import { seededRandom } from './support/random.ts'
import { conclude, option } from './support/report.ts'
import { publicAddresses, specialAddresses } from './support/special-addresses.ts'
import { hostileUrls } from './support/url-forms.ts'

type Guard = (attempt: { readonly url: string; readonly resolve: ResolveHost }) => Promise<string>

const seed = option('seed', 1)
const names = option('names', 500)
const redirects = option('redirects', 100)
const random = seededRandom(seed)
const watch = await watchOutgoing()
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy']
for (const name of proxies) process.env[name] = 'http://127.0.0.1:8443'
process.env['NODE_USE_ENV_PROXY'] = '1'

const guards: Readonly<Record<'product' | 'development' | 'naive', Guard>> = {
  product: guardOf({ allowLoopbackHttp: false }),
  development: guardOf({ allowLoopbackHttp: true }),
  naive: naiveHttp(watch.dial),
}
const problems: string[] = []
const urls = hostileUrls()
const answers = hostileAnswers()
const seen = { urls: urls.length, names: answers.length, redirects: 0, controls: 0 }

await judgeUrls(guards.product, problems)
await judgeNames(guards.product, problems)
await judgeRebinding(guards.product, problems)
await judgeRedirects(guards.product, problems)
await judgeControls()
await judgeDevelopment()
const naive: string[] = []
await judgeUrls(guards.naive, naive)
await judgeNames(guards.naive, naive)
await judgeRebinding(guards.naive, naive)
if (naive.length === 0) problems.push('a guard that looks at the text alone passes: this lane would see nothing')
await watch.close()
conclude({
  lane: 'lane ssrf',
  repeat: `node --conditions=entrygo-src test/lanes/ssrf.ts --names ${names} --redirects ${redirects} --seed ${seed}`,
  problems,
  summary:
    `${seen.urls} URL forms, ${seen.names} answers of name servers, ${seen.redirects} redirects: ${problems.length} connections ` +
    `or other problems; ${seen.controls} public destinations were let through; seed ${seed}. ` +
    `Self-test: ${naive.length} problems of a guard that looks at the text alone.`,
})

function guardOf(rules: { readonly allowLoopbackHttp: boolean }): Guard {
  return async ({ url, resolve }) => {
    const send = outgoingHttp({ ...rules, resolve, dial: watch.dial, ca: tlsPair.cert })
    const body = new TextEncoder().encode('{}')
    const exchange = await send({ method: 'POST', url, headers: {}, body, signal: new AbortController().signal })
    return exchange.reached === 'answer' ? String(exchange.status) : exchange.cause
  }
}

/** Lists of addresses as a name server may answer: one forbidden, several, mixed with public ones, and no addresses. */
function hostileAnswers(): string[][] {
  const odd = [
    '',
    'localhost',
    '127.0.0.1 ',
    '0x7f000001',
    '2130706433',
    '127.1',
    'fe80::1%eth0',
    '::ffff:7f00:1',
    'public.example',
  ]
  const mixed = Array.from({ length: names }, () => {
    const count = 1 + random.below(4)
    const list = Array.from({ length: count }, () =>
      random.pick(random.chance(0.6) ? publicAddresses : specialAddresses),
    )
    list.splice(random.below(list.length + 1), 0, random.pick([...specialAddresses, ...odd]))
    return list
  })
  return [...[...specialAddresses, ...odd].map((address) => [address]), ...mixed]
}

/** Names inside the forms resolve to this machine, so only the text of the URL can save the guard. */
async function judgeUrls(guard: Guard, found: string[]): Promise<void> {
  for (const url of urls) {
    const cause = await guard({ url, resolve: async () => ['127.0.0.1'] })
    judge(`the URL ${JSON.stringify(url)} (${cause})`, found)
  }
}

async function judgeNames(guard: Guard, found: string[]): Promise<void> {
  for (const list of answers) {
    const cause = await guard({ url: 'https://broker.example/hook', resolve: async () => list })
    judge(`a name that stands for ${JSON.stringify(list)} (${cause})`, found)
  }
}

/** The first answer is public, every later one is not: only the first may count. */
async function judgeRebinding(guard: Guard, found: string[]): Promise<void> {
  for (const address of specialAddresses) {
    let asked = 0
    const resolve: ResolveHost = async () => {
      asked += 1
      return asked === 1 ? [publicAddresses[0] ?? ''] : [address]
    }
    await guard({ url: 'https://broker.example/hook', resolve })
    const dialled = judge(`a name that changes to ${address}`, found)
    if (asked !== 1 || dialled.join() !== publicAddresses[0]) {
      found.push(`a name that changes to ${address} was asked for ${asked} times and led to ${dialled.join(', ')}`)
    }
  }
}

/** A public server sends on to some of the URLs; nobody goes there. */
async function judgeRedirects(guard: Guard, found: string[]): Promise<void> {
  let location = ''
  const statuses = [301, 302, 303, 307, 308, 300, 305]
  const receiver = await httpReceiver(
    () => ({ status: random.pick(statuses), headers: { location, refresh: `0;url=${location}` } }),
    tlsPair,
  )
  watch.leadTo(receiver.port)
  const forms = urls.filter((form) => /^[!-~]+$/.test(form))
  while (seen.redirects < redirects) {
    const url = random.pick(forms)
    location = url
    const status = await guard({ url: 'https://broker.example/hook', resolve: async () => [publicAddresses[0] ?? ''] })
    const dialled = judge(`a redirect to ${url}`, found)
    if (dialled.length !== 1) found.push(`a redirect to ${url} led to ${dialled.join(', ')}`)
    if (!statuses.includes(Number(status))) found.push(`a redirect to ${url} was not reported: ${status}`)
    seen.redirects += 1
  }
  watch.leadTo(null)
  await receiver.close()
}

/** What is public must go through, else refusing everything would pass. */
async function judgeControls(): Promise<void> {
  for (const address of publicAddresses) {
    const host = address.includes(':') ? `[${address}]` : address
    for (const url of [`https://${host}/`, `https://${host}:8443/`, 'https://broker.example/hook']) {
      await guards.product({ url, resolve: async () => [address] })
      const dialled = judge(url, problems)
      if (dialled.join() === address) seen.controls += 1
      else problems.push(`${url} for ${address} is public and led to ${dialled.join(', ') || 'nothing'}`)
    }
  }
}

/** The switch of development opens this machine itself, and nothing else. */
async function judgeDevelopment(): Promise<void> {
  for (const url of urls) {
    await guards.development({ url, resolve: async () => ['10.0.0.1'] })
    const others = forbiddenAmong(watch.takeDialled()).filter((address) => !/^127\.|^::1$/.test(address))
    if (others.length > 0) problems.push(`in development ${JSON.stringify(url)} led to ${others.join(', ')}`)
  }
  watch.takeBreaches()
}

/** Adds what the last attempt did wrong; answers the addresses it dialled. */
function judge(what: string, found: string[]): string[] {
  const dialled = watch.takeDialled()
  const forbidden = forbiddenAmong(dialled)
  if (forbidden.length > 0) found.push(`${what} led to ${forbidden.join(', ')}`)
  found.push(...watch.takeBreaches().map((breach) => `${what}: ${breach}`))
  return dialled
}
