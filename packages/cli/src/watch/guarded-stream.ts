import { Writable } from 'node:stream'
import type { OutputStream } from '../terminal.ts'

/**
 * The stream, for a runner that reads commands out of what steps print: `::name::` at the start of a line, `##[name]`
 * anywhere. Text from a server or a file gets neither through; JSON stays the same document.
 */
export function guardedStream(stream: OutputStream): OutputStream {
  const guarded = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      stream.write(withoutCommands(String(text)))
      done()
    },
  })
  return Object.assign(guarded, { isTTY: stream.isTTY === true })
}

/** Inside the quotes of JSON and YAML an escape says the same; elsewhere a character without width stands between. */
export function withoutCommands(text: string): string {
  const isQuoted = /^\s*(?:\{|\[|---|"?[\w$-]+"?:)/.test(text)
  return text
    .replace(/##(?=\[)/g, isQuoted ? '#\\u0023' : '##\u2060')
    .replace(/^(\s*):(?=:)/gm, isQuoted ? '$1\\x3a' : '$1:\u2060')
}
