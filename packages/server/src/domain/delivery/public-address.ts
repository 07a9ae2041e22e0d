import ipaddr from 'ipaddr.js'

/**
 * Whether a server on the public internet can have this address, given as dotted decimal IPv4 or as RFC 4291 text. False
 * for every special-purpose block, also for those few that are reachable, for addresses that carry an IPv4 address
 * inside, for those with a zone, and for text in any other spelling: names and odd forms are for the URL parser to
 * resolve first.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parseAddress(address)
  if (parsed === null) return false
  if (parsed.kind() === 'ipv4') return !isIn(parsed, specialIPv4)
  return isIn(parsed, globalUnicast) && !isIn(parsed, specialIPv6)
}

/** 127.0.0.0/8 and ::1, in those spellings. */
export function isLoopbackAddress(address: string): boolean {
  const parsed = parseAddress(address)
  return parsed !== null && isIn(parsed, parsed.kind() === 'ipv4' ? loopbackIPv4 : loopbackIPv6)
}

/** Whether the text is an address at all, of either version, without a zone. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== null
}

type Address = ReturnType<typeof ipaddr.parse>
type Block = ReturnType<typeof ipaddr.parseCIDR>

function parseAddress(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.parse(text)
  // A zone is an interface of this machine, so the address cannot be a public one.
  return text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.parse(text) : null
}

function isIn(address: Address, blocks: readonly Block[]): boolean {
  return blocks.some((block) => address.match(block))
}

/**
 * IANA IPv4 Special-Purpose Address Registry (https://www.iana.org/assignments/iana-ipv4-special-registry), whole blocks
 * with the exceptions inside them, and multicast from the IPv4 Address Space Registry.
 */
const specialIPv4 = blocks(
  '0.0.0.0/8', // this network, RFC 791
  '10.0.0.0/8', // private, RFC 1918
  '100.64.0.0/10', // shared by carriers, RFC 6598
  '127.0.0.0/8', // loopback, RFC 1122
  '169.254.0.0/16', // link-local, RFC 3927; clouds keep their metadata here
  '172.16.0.0/12', // private, RFC 1918
  '192.0.0.0/24', // IETF protocol assignments, RFC 6890
  '192.0.2.0/24', // documentation, RFC 5737
  '192.31.196.0/24', // AS112, RFC 7535
  '192.52.193.0/24', // multicast tunnels, RFC 7450
  '192.88.99.0/24', // 6to4 relays, withdrawn by RFC 7526
  '192.168.0.0/16', // private, RFC 1918
  '192.175.48.0/24', // AS112, RFC 7534
  '198.18.0.0/15', // benchmarks, RFC 2544
  '198.51.100.0/24', // documentation, RFC 5737
  '203.0.113.0/24', // documentation, RFC 5737
  '224.0.0.0/4', // multicast, RFC 5771
  '240.0.0.0/4', // reserved, RFC 1112, and limited broadcast, RFC 919
)

/**
 * All that IANA hands out to networks (https://www.iana.org/assignments/ipv6-unicast-address-assignments). What lies
 * outside is unspecified, loopback, IPv4-mapped and -compatible, translated (64:ff9b::/96, 64:ff9b:1::/48), discard
 * (100::/64), dummy (100:0:0:1::/64), segment routing (5f00::/16), unique local, link-local, multicast or reserved.
 */
const globalUnicast = blocks('2000::/3')

/** IANA IPv6 Special-Purpose Address Registry (https://www.iana.org/assignments/iana-ipv6-special-registry). */
const specialIPv6 = blocks(
  '2001::/23', // IETF protocol assignments, RFC 2928, with Teredo, benchmarks, AMT, AS112, ORCHID and drone tags
  '2001:db8::/32', // documentation, RFC 3849
  '2002::/16', // 6to4, RFC 3056: an IPv4 address inside
  '2620:4f:8000::/48', // AS112, RFC 7534
  '3fff::/20', // documentation, RFC 9637
)

const loopbackIPv4 = blocks('127.0.0.0/8')
const loopbackIPv6 = blocks('::1/128')

function blocks(...texts: string[]): readonly Block[] {
  return texts.map((text) => ipaddr.parseCIDR(text))
}
