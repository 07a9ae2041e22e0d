import { BlockList, isIP } from 'node:net'

/**
 * What nobody may be sent to, from the registries of IANA by way of Node's own block list: written for the lanes, apart
 * from the list of the product. `sample` stands for the block in URLs and answers of name servers.
 */
const blocks: readonly (readonly [block: string, prefix: number, sample: string])[] = [
  ['0.0.0.0', 8, '0.0.0.0'],
  ['10.0.0.0', 8, '10.0.0.1'],
  ['100.64.0.0', 10, '100.64.0.1'],
  ['100.64.0.0', 10, '100.127.255.254'],
  ['127.0.0.0', 8, '127.0.0.1'],
  ['127.0.0.0', 8, '127.255.255.254'],
  ['169.254.0.0', 16, '169.254.169.254'],
  ['172.16.0.0', 12, '172.16.0.1'],
  ['172.16.0.0', 12, '172.31.255.254'],
  ['192.0.0.0', 24, '192.0.0.170'],
  ['192.0.2.0', 24, '192.0.2.1'],
  ['192.88.99.0', 24, '192.88.99.1'],
  ['192.168.0.0', 16, '192.168.1.1'],
  ['198.18.0.0', 15, '198.19.255.254'],
  ['198.51.100.0', 24, '198.51.100.7'],
  ['203.0.113.0', 24, '203.0.113.7'],
  ['224.0.0.0', 4, '239.255.255.250'],
  ['240.0.0.0', 4, '240.0.0.1'],
  ['240.0.0.0', 4, '255.255.255.255'],
  ['::', 128, '::'],
  ['::1', 128, '::1'],
  ['::', 96, '::127.0.0.1'],
  ['::ffff:0:0', 96, '::ffff:127.0.0.1'],
  ['::ffff:0:0', 96, '::ffff:169.254.169.254'],
  ['::ffff:0:0:0', 96, '::ffff:0:127.0.0.1'],
  ['64:ff9b::', 96, '64:ff9b::7f00:1'],
  ['64:ff9b:1::', 48, '64:ff9b:1::7f00:1'],
  ['100::', 64, '100::1'],
  ['100:0:0:1::', 64, '100:0:0:1::1'],
  ['2001::', 23, '2001:0:7f00:1::1'],
  ['2001::', 23, '2001:2::1'],
  ['2001::', 23, '2001:10::1'],
  ['2001:db8::', 32, '2001:db8::1'],
  ['2002::', 16, '2002:7f00:1::1'],
  ['2002::', 16, '2002:a9fe:a9fe::1'],
  ['3fff::', 20, '3fff::1'],
  ['5f00::', 16, '5f00::1'],
  ['fc00::', 7, 'fc00::1'],
  ['fc00::', 7, 'fd12:3456::1'],
  ['fe80::', 10, 'fe80::1'],
  ['fec0::', 10, 'fec0::1'],
  ['ff00::', 8, 'ff02::1'],
]

export const specialAddresses: readonly string[] = blocks.map(([, , sample]) => sample)

/** Addresses of real networks of the internet; no lane ever connects to them. */
export const publicAddresses: readonly string[] = [
  '93.184.216.34',
  '8.8.8.8',
  '1.1.1.1',
  '2606:4700:4700::1111',
  '2a00:1450::200e',
]

// One list for each version: Node takes an IPv4 address and its mapped form for the same.
const special = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [block, prefix] of blocks) {
  const version = block.includes(':') ? 'ipv6' : 'ipv4'
  special[version].addSubnet(block, prefix, version)
}

/** False for everything that is not the plain text of an address out there. */
export function isOnTheInternet(address: string): boolean {
  const version = address.includes('%') ? 0 : isIP(address)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return !special[family].check(address, family)
}
