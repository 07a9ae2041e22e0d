import { specialAddresses } from './special-addresses.ts'

/** URLs that name an address in any spelling that some program reads, and others that try to hide where they lead. */
export function hostileUrls(): string[] {
  const hosts = specialAddresses.flatMap((address) =>
    address.includes(':') ? spellingsOfV6(address) : spellingsOfV4(address),
  )
  const urls = hosts.flatMap((host) => [`https://${host}/`, `https://${host}:8443/hook?a=b`])
  return [...new Set([...urls, ...disguises, ...otherSchemes, ...otherPorts])]
}

function spellingsOfV4(address: string): string[] {
  const parts = address.split('.').map(Number)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const hex = (value: number): string => `0x${value.toString(16)}`
  const octal = (value: number): string => `0${value.toString(8)}`
  const wide = (text: string): string =>
    text.replace(/[\d.]/g, (character) =>
      character === '.' ? '。' : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    )
  return [
    ...[address, `${address}.`, String(whole), hex(whole), octal(whole), hex(whole).toUpperCase().replace('X', 'x')],
    ...[parts.map(hex).join('.'), parts.map(octal).join('.'), `${hex(a)}.${b}.${octal(c)}.${d}`],
    ...[`${a}.${b}.${c * 256 + d}`, `${a}.${(b * 256 + c) * 256 + d}`, `${hex(a)}.${hex((b * 256 + c) * 256 + d)}`],
    ...[parts.map((part) => `000${octal(part)}`).join('.'), encodeURIComponent(address).replaceAll('.', '%2e')],
    ...[[...address].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('')],
    ...[wide(address), address.replaceAll('.', '。'), address.replaceAll('.', '．'), address.replace(/1/g, '①')],
    ...[`[::ffff:${address}]`, `[::ffff:${mapped(parts)}]`, `[0:0:0:0:0:ffff:${address}]`, `[::${address}]`],
    ...[
      `[64:ff9b::${address}]`,
      `[64:ff9b:1::${mapped(parts)}]`,
      `[2002:${mapped(parts)}::1]`,
      `[::ffff:0:${address}]`,
    ],
    ...[`[2001:0:${mapped(parts)}::1]`, `[2001:0:5db8:d822::${mapped(parts.map((part) => 255 - part))}]`],
  ]
}

function mapped([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string {
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

function spellingsOfV6(address: string): string[] {
  return [
    `[${address}]`,
    `[${address.toUpperCase()}]`,
    `[${address}%25eth0]`,
    `[${address}%eth0]`,
    address,
    `[${address}].`,
  ]
}

const disguises: readonly string[] = [
  'https://public.example@127.0.0.1/',
  'https://public.example:secret@127.0.0.1/',
  'https://public.example%40127.0.0.1/',
  'https://127.0.0.1#@public.example/',
  'https://127.0.0.1?@public.example/',
  'https://127.0.0.1\\@public.example/',
  'https:\\\\127.0.0.1\\hook',
  'https:/\\127.0.0.1/',
  'https:127.0.0.1',
  'https:///127.0.0.1/',
  'https://127.0.0.1\t/',
  'https://127.0.\n0.1/',
  ' https://127.0.0.1/',
  'https://127.0.0.1 /',
  'HTTPS://127.0.0.1/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://api.localhost/',
  'https://localhost.localdomain/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'https://loc\u00adalhost/',
  'https://metadata.google.internal/',
  'https://db.internal/',
  'https://printer.local/',
  'https://nas.home.arpa/',
  'https://service.onion/',
  'https://intranet/',
  'https://kubernetes.default.svc/',
  'https://xn--/',
  'https://[::1/',
  'https://[::1]x/',
  'https://[127.0.0.1]/',
  'https://0/',
  'https://127.1/',
  'https://0x7f.1/',
  'https://017700000001/',
  'https://1.1.1.1.127.0.0.1/',
  'https://256.256.256.256/',
  'https://4294967296/',
  '//127.0.0.1/',
  '/hook',
  '',
]

const otherSchemes: readonly string[] = [
  ...[
    'http',
    'ftp',
    'ws',
    'wss',
    'file',
    'gopher',
    'dict',
    'ldap',
    'tftp',
    'unix',
    'jar:https',
    'view-source:https',
  ].flatMap((scheme) => [`${scheme}://127.0.0.1/`, `${scheme}://public.example/`]),
  ...[
    'data:text/plain,x',
    'javascript:1',
    'file:///etc/hostname',
    'http+unix://%2fvar%2frun%2fx.sock/',
    'mailto:x@x.example',
  ],
]

const otherPorts: readonly string[] = [
  0, 1, 21, 22, 25, 80, 444, 2375, 3306, 5432, 6379, 8080, 8442, 9200, 11211, 65_535, 65_536,
].flatMap((port) => [`https://public.example:${port}/`, `https://93.184.216.34:${port}/`])
