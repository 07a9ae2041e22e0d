import { describe, expect, it } from 'vitest'
import { checkDestinationUrl, publicDestinations } from './destination-url.ts'

const development = { allowLoopbackHttp: true }

describe('a URL to send to', () => {
  it.each([
    ['https://broker.example/entrygo', { host: 'broker.example', port: 443, isAddress: false }],
    ['https://broker.example:443/', { host: 'broker.example', port: 443, isAddress: false }],
    ['https://broker.example:8443/?token=1', { host: 'broker.example', port: 8443, isAddress: false }],
    ['HTTPS://Broker.EXAMPLE./a', { host: 'broker.example.', port: 443, isAddress: false }],
    ['https://bücher.example/', { host: 'xn--bcher-kva.example', port: 443, isAddress: false }],
    ['https://8.8.8.8/', { host: '8.8.8.8', port: 443, isAddress: true }],
    ['https://134744072/', { host: '8.8.8.8', port: 443, isAddress: true }],
    ['https://[2606:4700:4700::1111]/', { host: '2606:4700:4700::1111', port: 443, isAddress: true }],
  ])('may be %s', (url, facts) => {
    expect(checkDestinationUrl(url)).toMatchObject({ isRefused: false, isTls: true, isLoopback: false, ...facts })
  })

  it.each(
    `
    127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.1 0x7F.0x0.0x0.0x1 017700000001 0177.0.0.1 0177.1
    127.0.0.1. 0x7f.0.0.1. １２７.0.0.1 ①②⑦.0.0.1 127。0。0。1 %31%32%37.0.0.1 0 0.0.0.0 0x0 00 10.1 10.0.0.1 0xa.1 167772161
    169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376 169.254.43518 172.16.0.1 192.168.1 3232235777 100.64.0.1
    198.18.0.1 192.0.2.1 203.0.113.9 224.0.0.1 240.0.0.1 255.255.255.255 4294967295 192.88.99.1
    [::1] [::] [0:0:0:0:0:0:0:1] [0000::0001] [::ffff:127.0.0.1] [::ffff:7f00:1] [::FFFF:10.0.0.1] [::127.0.0.1]
    [::ffff:8.8.8.8] [64:ff9b::8.8.8.8] [64:ff9b::a9fe:a9fe] [64:ff9b:1::1] [2002:7f00:1::] [2001::1] [2001:db8::1]
    [fe80::1] [fec0::1] [fc00::1] [fd00:ec2::254] [ff02::1] [100::1] [3fff::1] [5f00::1] [2001:2::1]
  `
      .trim()
      .split(/\s+/),
  )('may not have the host %s', (host) => {
    expect(checkDestinationUrl(`https://${host}/`)).toMatchObject({ isRefused: true, rule: 'address' })
    expect(checkDestinationUrl(`https://${host}:8443/`, publicDestinations)).toMatchObject({ isRefused: true })
  })

  it.each(
    'localhost LOCALHOST localhost. a.localhost loc%61lhost ｌocalhost printer.local db.internal metadata.google.internal nas.home.arpa abc.onion intranet a..example *.example.com .example'.split(
      ' ',
    ),
  )('may not have the name %s', (host) => {
    expect(checkDestinationUrl(`https://${host}/`)).toMatchObject({ isRefused: true, rule: 'name' })
  })

  it.each([
    ['', 'format'],
    ['broker.example', 'format'],
    ['//broker.example', 'format'],
    ['https://', 'format'],
    ['https://[::1', 'format'],
    ['https://[fe80::1%25eth0]/', 'format'],
    ['https://1.2.3.4.5/', 'format'],
    ['https://256.1.1.1/', 'format'],
    ['https://a b.example/', 'format'],
    [' https://broker.example/', 'format'],
    ['https://broker.example/\n', 'format'],
    ['https://broker\t.example/', 'format'],
    ['https://broker.example\\@127.0.0.1/', 'format'],
    [`https://broker.example/${'a'.repeat(2048)}`, 'format'],
    ['http://broker.example/', 'scheme'],
    ['http://127.0.0.1/', 'scheme'],
    ['ftp://broker.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['unix:/run/docker.sock', 'scheme'],
    ['https://user@broker.example/', 'credentials'],
    ['https://user:secret-word@broker.example/', 'credentials'],
    ['https://8.8.8.8@127.0.0.1/', 'credentials'],
    ['https://broker.example:80/', 'port'],
    ['https://broker.example:22/', 'port'],
    ['https://broker.example:0/', 'port'],
    ['https://broker.example:65535/', 'port'],
  ])('may not be %j', (url, rule) => {
    expect(checkDestinationUrl(url)).toMatchObject({ isRefused: true, rule })
  })

  it('is refused with value, rule and remedy, and without what may be secret', () => {
    expect(checkDestinationUrl('https://10.0.0.1/path-with-token?key=secret-word')).toEqual({
      isRefused: true,
      rule: 'address',
      message: '10.0.0.1 is not a public address; give a host that the internet can reach.',
    })
    expect(JSON.stringify(checkDestinationUrl('https://user:secret-word@broker.example/'))).not.toContain('secret-word')
  })
})

describe('in development', () => {
  it.each([
    ['http://127.0.0.1:8025/hook', { isTls: false, host: '127.0.0.1', port: 8025 }],
    ['http://localhost:9/', { isTls: false, host: 'localhost', port: 9 }],
    ['http://[::1]:9/', { isTls: false, host: '::1', port: 9 }],
    ['https://localhost:9443/', { isTls: true, host: 'localhost', port: 9443 }],
    ['http://127.0.0.1/', { isTls: false, host: '127.0.0.1', port: 80 }],
  ])('%s reaches this machine', (url, facts) => {
    expect(checkDestinationUrl(url, development)).toMatchObject({ isRefused: false, isLoopback: true, ...facts })
    expect(checkDestinationUrl(url)).toMatchObject({ isRefused: true })
  })

  it.each([
    'http://broker.example/',
    'http://10.0.0.1/',
    'https://10.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://0/',
  ])('%s is still refused', (url) => {
    expect(checkDestinationUrl(url, development)).toMatchObject({ isRefused: true })
  })
})
