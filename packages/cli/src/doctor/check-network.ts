import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { connect, isIP, type Socket } from 'node:net'
import { type TLSSocket, connect as tlsConnect } from 'node:tls'
import { codeOf } from '../atomic-file.ts'
import { isLocal } from '../client.ts'
import type { Terminal } from '../terminal.ts'
import { type Check, fail, ok, warn } from './check.ts'

interface Reaching {
  readonly baseUrl: string
  readonly terminal: Terminal
  readonly timeoutMs: number
}

/** The way to the server, step by step: proxy, name, connection, certificate. Ends at the first step that fails. */
export async function checkNetwork(reaching: Reaching): Promise<Check[]> {
  const { baseUrl, terminal } = reaching
  const url = URL.parse(baseUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    const remedy = 'give an absolute http or https address, such as https://api.entrygo.example'
    return [fail('base-url', 'baseUrl is no http or https address', { remedy, exitCode: 2 })]
  }
  const proxy = checkProxy(url, terminal)
  if (proxy.isUsed) return [proxy.check]
  const named = await checkName(url, reaching)
  if (named.status === 'fail') return [proxy.check, named]
  return [proxy.check, named, ...(await checkConnection(url, reaching))]
}

const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'] as const

/** Behind a proxy, names and certificates are the proxy's business; whether it lets through is seen by the request. */
function checkProxy(url: URL, { env }: Terminal): { readonly check: Check; readonly isUsed: boolean } {
  const set = proxyVariables.filter((name) => (env[name] ?? '') !== '')
  const http = env['http_proxy'] || env['HTTP_PROXY']
  const proxy = (url.protocol === 'https:' ? env['https_proxy'] || env['HTTPS_PROXY'] : undefined) || http
  if (proxy === undefined) return { check: ok('proxy', 'no proxy is set'), isUsed: false }
  const parsed = URL.parse(proxy)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    const remedy = 'give an http or https address, such as http://proxy:3128'
    return {
      check: fail('proxy', `${set.join(', ')}: the proxy is no http or https address`, { remedy, exitCode: 2 }),
      isUsed: false,
    }
  }
  const isPassed = isLocal(url.href) || isExempt(url.hostname, env['no_proxy'] ?? env['NO_PROXY'] ?? '')
  const words = isPassed ? 'is not used for this server' : 'is used; names and certificates are its business'
  return { check: ok('proxy', `${parsed.host} (${set.join(', ')}) ${words}`), isUsed: !isPassed }
}

function isExempt(host: string, noProxy: string): boolean {
  const names = noProxy.split(/[\s,]+/).map((name) => name.replace(/^\*?\./, '').replace(/:\d+$/, ''))
  return names.some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))))
}

async function checkName({ hostname }: URL, { timeoutMs }: Reaching): Promise<Check> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return ok('dns', `${host} is an address`)
  const start = performance.now()
  try {
    const found = await within(lookup(host, { all: true }), timeoutMs)
    return ok('dns', `${host} is ${found.map(({ address }) => address).join(', ')} (${since(start)})`)
  } catch (error) {
    const remedy = 'check baseUrl for a slip, and the network of this machine'
    return fail('dns', `${host} is not found (${codeOf(error)})`, { remedy, exitCode: 10 })
  }
}

async function checkConnection(url: URL, { timeoutMs }: Reaching): Promise<Check[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80)
  const start = performance.now()
  const socket = connect({ host, port })
  try {
    await within(once(socket, 'connect'), timeoutMs)
    const connected = ok('tcp', `${host} port ${port} takes connections (${since(start)})`)
    if (url.protocol === 'http:') return [connected]
    return [connected, await checkCertificate(socket, { host, timeoutMs })]
  } catch (error) {
    const remedy = isLocal(url.href)
      ? 'start it: entrygo dev, or entrygo-server start'
      : 'ask who runs the server, and check firewalls'
    return [fail('tcp', `${host} port ${port} takes no connection (${codeOf(error)})`, { remedy, exitCode: 10 })]
  } finally {
    socket.destroy()
  }
}

/** A certificate that ends within so many days is worth a word. */
const soonDays = 14

async function checkCertificate(
  socket: Socket,
  { host, timeoutMs }: { readonly host: string; readonly timeoutMs: number },
): Promise<Check> {
  const start = performance.now()
  const secured: TLSSocket = tlsConnect({ socket, ...(isIP(host) === 0 && { servername: host }) })
  try {
    await within(once(secured, 'secureConnect'), timeoutMs)
    const until = secured.getPeerCertificate().valid_to
    const days = Math.floor((Date.parse(until) - Date.now()) / 86_400_000)
    const detail = `${secured.getProtocol() ?? 'TLS'}, certificate valid through ${until} (${since(start)})`
    return days < soonDays ? warn('tls', detail, `it ends in ${days} days: ask who runs the server`) : ok('tls', detail)
  } catch (error) {
    const remedy =
      'check baseUrl for http, and the clock; add an authority of your own by NODE_EXTRA_CA_CERTS; never switch the check off'
    return fail('tls', `no TLS, or a certificate that is not accepted (${codeOf(error)})`, { remedy, exitCode: 10 })
  } finally {
    secured.destroy()
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), ms)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    work.catch(() => {})
  }
}

function since(start: number): string {
  return `${Math.round(performance.now() - start)} ms`
}
