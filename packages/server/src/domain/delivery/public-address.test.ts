import { expect, it } from 'vitest'
import { isAddress, isLoopbackAddress, isPublicAddress } from './public-address.ts'

// First, middle and last address of each special-purpose block of the IANA registries and of each block outside 2000::/3,
// their neighbours on both sides, and well-known ones. Sorted out by another program over the same registries.
const publicAddresses = words(`
  1.0.0.0 1.1.1.1 8.8.8.8 9.9.9.9 9.255.255.255 11.0.0.0 23.1.2.3 100.63.255.255 100.128.0.0 126.255.255.255
  128.0.0.0 169.253.255.255 169.255.0.0 172.15.0.1 172.15.255.255 172.32.0.0 172.32.0.1 191.255.255.255 192.0.1.0
  192.0.1.1 192.0.1.255 192.0.3.0 192.31.195.255 192.31.197.0 192.52.192.255 192.52.194.0 192.88.98.255
  192.88.100.0 192.167.255.255 192.169.0.0 192.175.47.255 192.175.49.0 198.17.0.1 198.17.255.255 198.20.0.0
  198.51.99.255 198.51.101.0 203.0.112.7 203.0.112.255 203.0.114.0 223.255.255.255 2000::
  2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2001:200:: 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db9::
  2001:4860:4860::8888 2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2003:: 2400:cb00::1 2600:: 2606:4700:4700::1111
  2620:4f:7fff:ffff:ffff:ffff:ffff:ffff 2620:4f:8001:: 2a00:1450:4001::1 3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  3fff:1000:: 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
`)

const otherAddresses = words(`
  0.0.0.0 0.127.255.255 0.255.255.255 10.0.0.0 10.127.255.255 10.255.255.255 100.64.0.0 100.95.255.255
  100.100.100.199 100.100.100.200 100.100.100.201 100.127.255.255 127.0.0.0 127.127.255.255 127.255.255.255
  169.254.0.0 169.254.127.255 169.254.169.253 169.254.169.254 169.254.169.255 169.254.255.255 172.16.0.0
  172.23.255.255 172.31.255.255 192.0.0.0 192.0.0.3 192.0.0.7 192.0.0.8 192.0.0.9 192.0.0.10 192.0.0.11
  192.0.0.127 192.0.0.169 192.0.0.170 192.0.0.171 192.0.0.172 192.0.0.255 192.0.2.0 192.0.2.127 192.0.2.255
  192.31.196.0 192.31.196.127 192.31.196.255 192.52.193.0 192.52.193.127 192.52.193.255 192.88.99.0 192.88.99.1
  192.88.99.2 192.88.99.3 192.88.99.127 192.88.99.255 192.168.0.0 192.168.127.255 192.168.255.255 192.175.48.0
  192.175.48.127 192.175.48.255 198.18.0.0 198.18.255.255 198.19.255.255 198.51.100.0 198.51.100.127
  198.51.100.255 203.0.113.0 203.0.113.127 203.0.113.255 224.0.0.0 231.255.255.255 232.0.0.0 232.127.255.255
  232.255.255.255 233.0.0.0 238.255.255.255 239.0.0.0 239.127.255.255 239.255.255.255 240.0.0.0 247.255.255.255
  255.255.255.254 255.255.255.255 :: ::1 ::2 ::808:808 ::7f00:1 ::7fff:ffff ::ffff:ffff ::1:0:0 ::fffe:ffff:ffff
  ::ffff:0:0 ::ffff:808:808 ::ffff:7f00:1 ::ffff:7fff:ffff ::ffff:ffff:ffff ::1:0:0:0 ::fffe:ffff:ffff:ffff
  ::ffff:0:0:0 ::ffff:0:7fff:ffff ::ffff:0:ffff:ffff ::ffff:1:0:0 64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff 64:ff9b::
  64:ff9b::808:808 64:ff9b::7f00:1 64:ff9b::7fff:ffff 64:ff9b::ffff:ffff 64:ff9b::1:0:0
  64:ff9b:0:ffff:ffff:ffff:ffff:ffff 64:ff9b:1:: 64:ff9b:1::a00:1 64:ff9b:1:7fff:ffff:ffff:ffff:ffff
  64:ff9b:1:ffff:ffff:ffff:ffff:ffff 64:ff9b:2:: ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 100::
  100::7fff:ffff:ffff:ffff 100::ffff:ffff:ffff:ffff 100:0:0:1:: 100::1:7fff:ffff:ffff:ffff
  100::1:ffff:ffff:ffff:ffff 100:0:0:2:: 1ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 200::
  2ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 3ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 400::
  fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 1000:: 17ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2001:: 2001:0:53aa:64c::1 2001:0:7fff:ffff:ffff:ffff:ffff:ffff
  2001:0:ffff:ffff:ffff:ffff:ffff:ffff 2001:1:: 2001:1::1 2001:1::2 2001:1::3 2001:1::4
  2001:1:ffff:ffff:ffff:ffff:ffff:ffff 2001:2:: 2001:2:0:7fff:ffff:ffff:ffff:ffff
  2001:2:0:ffff:ffff:ffff:ffff:ffff 2001:2:1:: 2001:2:ffff:ffff:ffff:ffff:ffff:ffff 2001:3::
  2001:3:7fff:ffff:ffff:ffff:ffff:ffff 2001:3:ffff:ffff:ffff:ffff:ffff:ffff 2001:4::
  2001:4:111:ffff:ffff:ffff:ffff:ffff 2001:4:112:: 2001:4:112:7fff:ffff:ffff:ffff:ffff
  2001:4:112:ffff:ffff:ffff:ffff:ffff 2001:4:113:: 2001:f:ffff:ffff:ffff:ffff:ffff:ffff 2001:10::
  2001:17:ffff:ffff:ffff:ffff:ffff:ffff 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff 2001:20::
  2001:27:ffff:ffff:ffff:ffff:ffff:ffff 2001:2f:ffff:ffff:ffff:ffff:ffff:ffff 2001:30::
  2001:37:ffff:ffff:ffff:ffff:ffff:ffff 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff 2001:40::
  2001:ff:ffff:ffff:ffff:ffff:ffff:ffff 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff 2001:db8::
  2001:db8:7fff:ffff:ffff:ffff:ffff:ffff 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 2002:: 2002:808:808::1
  2002:7f00:1::1 2002:7fff:ffff:ffff:ffff:ffff:ffff:ffff 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff 2620:4f:8000::
  2620:4f:8000:7fff:ffff:ffff:ffff:ffff 2620:4f:8000:ffff:ffff:ffff:ffff:ffff 3fff::
  3fff:7ff:ffff:ffff:ffff:ffff:ffff:ffff 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff 4000::
  4fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 5f00::
  5f00:7fff:ffff:ffff:ffff:ffff:ffff:ffff 5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff 5f01::
  5fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 6000:: 7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff 8000::
  bfff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fc00::
  fcff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fd00:: fd12:3456:789a::1 fd7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff
  fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff fe00:: fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff fe80:: fe80::1
  fe9f:ffff:ffff:ffff:ffff:ffff:ffff:ffff febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff fec0::
  fedf:ffff:ffff:ffff:ffff:ffff:ffff:ffff feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff ff00:: ff02::1
  ff7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
`)

it('the table has more than 250 addresses', () => {
  expect(publicAddresses.length + otherAddresses.length).toBeGreaterThan(250)
})

it.each(publicAddresses)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each(otherAddresses)('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each([
  ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '127.0.1', '8.8.8.08', '010.8.8.8', '0x8.8.8.8', '134744072'],
  ['8.8.8', '8.8.8.8.', '8.8.8.8.8', '8.8.8.256', '8.8.8.8/32', ' 8.8.8.8', '8.8.8.8 ', '8.8.8.8\n', '-1.8.8.8'],
  ['2606:4700:4700::1111%eth0', '[2606:4700:4700::1111]', '2606:4700:4700::1111/64', '2606::4700::1', '2606:4700:1'],
  ['', ':', '::g', '1.2.3.4:80', 'localhost', 'broker.example', '８.８.８.８', '8。8。8。8'],
])('text that is no plain address is not public: %s, %s, %s', (...texts) => {
  expect(texts.filter(isPublicAddress)).toEqual([])
})

it.each(['::FFFF:8.8.8.8', '0:0:0:0:0:ffff:808:808', '64:FF9B::8.8.8.8', '2002:0808:0808::', '::8.8.8.8', '0::1'])(
  '%s, which has an IPv4 address inside or another spelling, is not public',
  (address) => {
    expect(isAddress(address)).toBe(true)
    expect(isPublicAddress(address)).toBe(false)
  },
)

it('the same public address is public in every spelling of RFC 4291', () => {
  const spellings = ['2606:4700:4700:0:0:0:0:1111', '2606:4700:4700::1111', '2606:4700:4700:0000::1111']
  expect(spellings.filter(isPublicAddress)).toEqual(spellings)
})

it('loopback is 127.0.0.0/8 and ::1, and nothing that merely contains them', () => {
  const given = ['127.0.0.1', '127.255.255.254', '::1', '126.255.255.255', '::ffff:127.0.0.1', '::127.0.0.1', '0.0.0.0']
  expect(given.filter(isLoopbackAddress)).toEqual(['127.0.0.1', '127.255.255.254', '::1'])
})

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
