import { isAddress, isLoopbackAddress, isPublicAddress } from './public-address.ts'

/** Where messages may go. */
export interface DestinationRules {
  /** Also plain http, and any port, to this machine itself: for development and tests. */
  readonly allowLoopbackHttp: boolean
}

/** Of a server that is not told otherwise. */
export const publicDestinations: DestinationRules = { allowLoopbackHttp: false }

/** A URL that a message may be sent to, as far as the text can tell: what a name stands for is known only at the send. */
export interface Destination {
  readonly isRefused: false
  /** Normalised. */
  readonly url: string
  readonly isTls: boolean
  /** Name or address, in lower case and without brackets. */
  readonly host: string
  readonly isAddress: boolean
  readonly port: number
  /** This machine itself, which only development allows. */
  readonly isLoopback: boolean
}

export interface RefusedDestination {
  readonly isRefused: true
  readonly rule: 'format' | 'scheme' | 'credentials' | 'name' | 'address' | 'port'
  /** Value, rule and remedy. Of the URL it repeats only scheme, host and port: the rest may hold a secret. */
  readonly message: string
}

/**
 * Whether a message could ever be delivered to a URL: https, port 443 or 8443, no credentials inside, and a host that is
 * not inside somebody's own network, in whatever spelling (the host is read as browsers read it, WHATWG URL). A host name
 * may still resolve to a forbidden address; the transport looks at that with every attempt.
 */
export function checkDestinationUrl(
  text: string,
  rules: DestinationRules = publicDestinations,
): Destination | RefusedDestination {
  const url = isPlainText(text) ? URL.parse(text) : null
  if (url === null)
    return refused('format', 'This is not an absolute URL; give one such as https://broker.example/entrygo.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refused('scheme', `The scheme ${url.protocol.slice(0, 20)} is not one to send by; give an https URL.`)
  if (url.username !== '' || url.password !== '')
    return refused('credentials', 'A URL may not hold a user or a password; leave them out and give a secret instead.')
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isLoopback = rules.allowLoopbackHttp && (isLoopbackAddress(host) || isLocalhost(host))
  const isTls = url.protocol === 'https:'
  const port = url.port === '' ? (isTls ? 443 : 80) : Number(url.port)
  const problem = isLoopback ? null : (schemeProblem(isTls, host) ?? hostProblem(host) ?? portProblem(port))
  return problem ?? { isRefused: false, url: url.href, isTls, host, isAddress: isAddress(host), port, isLoopback }
}

function refused(rule: RefusedDestination['rule'], message: string): RefusedDestination {
  return { isRefused: true, rule, message }
}

/** The URL parser drops or turns what this refuses: another reader of the text would see another URL. */
function isPlainText(text: string): boolean {
  return text.length <= 2048 && text.isWellFormed() && !/[\p{Cc}\s\\]/u.test(text)
}

function schemeProblem(isTls: boolean, host: string): RefusedDestination | null {
  if (isTls) return null
  return refused('scheme', `http to ${shown(host)} would send the message in the clear; give an https URL.`)
}

function hostProblem(host: string): RefusedDestination | null {
  if (isAddress(host)) {
    if (isPublicAddress(host)) return null
    return refused('address', `${shown(host)} is not a public address; give a host that the internet can reach.`)
  }
  const labels = host.replace(/\.$/, '').split('.')
  const isName = host.length <= 254 && labels.length > 1 && labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
  const suffix = specialNames.find((name) => `.${labels.join('.')}`.endsWith(`.${name}`))
  if (isName && suffix === undefined) return null
  const reason =
    suffix === undefined ? 'is not a name of the public internet' : `is inside ${suffix}, which is never public`
  return refused('name', `${shown(host)} ${reason}; give a host that the internet can reach.`)
}

function portProblem(port: number): RefusedDestination | null {
  if (ports.includes(port)) return null
  return refused('port', `Port ${port} is not one to send to; use port ${ports.join(' or ')}.`)
}

const ports: readonly number[] = [443, 8443]

/** IANA Special-Use Domain Names (https://www.iana.org/assignments/special-use-domain-names), those of private networks. */
const specialNames: readonly string[] = ['localhost', 'local', 'internal', 'home.arpa', 'onion']

function isLocalhost(host: string): boolean {
  return /^(?:[^.]+\.)*localhost\.?$/.test(host)
}

function shown(host: string): string {
  return host.length <= 80 ? host : `${host.slice(0, 80)}…`
}
