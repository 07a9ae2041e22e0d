/** A message as it travels. */
export interface Sent {
  readonly payload: string
  readonly id: string
  readonly timestamp: string
  /** One signature, with its version. */
  readonly signature: string
}

/**
 * The message with one thing changed: a character of any part replaced, dropped, doubled or swapped with the next one, a
 * part cut or lengthened, or text moved from one part into its neighbour. Never the message itself. The same seed gives
 * the same changes.
 */
export function* mutations(sent: Sent, { seed, count }: { seed: number; count: number }): Generator<Sent> {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  let made = 0
  while (made < count) {
    const change = changes[below(changes.length)] ?? replaced
    const part = parts[below(parts.length)] ?? 'payload'
    const mutated: Sent = below(8) === 0 ? shifted(sent, below) : { ...sent, [part]: change(sent[part], below) }
    // Blanks around a signature are between the signatures of a list.
    const given = { ...mutated, signature: mutated.signature.trim() }
    if (parts.every((name) => given[name] === sent[name])) continue
    made += 1
    yield mutated
  }
}

type Below = (limit: number) => number

const parts = ['payload', 'id', 'timestamp', 'signature'] as const

const changes: readonly ((text: string, below: Below) => string)[] = [
  replaced,
  (text, below) => spliced(text, below(text.length), { drop: 1, add: '' }),
  (text, below) => spliced(text, below(text.length + 1), { drop: 0, add: letter(below) }),
  (text, below) => {
    const at = below(text.length)
    return spliced(text, at, { drop: 2, add: `${text[at + 1] ?? ''}${text[at] ?? ''}` })
  },
  (text, below) => text.slice(0, below(text.length)),
  (text, below) => text + text.slice(below(text.length)),
  (text) => text.toUpperCase(),
]

function replaced(text: string, below: Below): string {
  return spliced(text, below(text.length), { drop: 1, add: letter(below) })
}

/** `id.timestamp.payload` is what is signed, so a point elsewhere must not make another message of it. */
function shifted({ payload, id, timestamp, signature }: Sent, below: Below): Sent {
  const signed = `${id}.${timestamp}.${payload}`
  const first = below(signed.length)
  const second = first + 1 + below(signed.length - first)
  const rest = { timestamp: signed.slice(first + 1, second), payload: signed.slice(second + 1), signature }
  return { id: signed.slice(0, first), ...rest }
}

function spliced(text: string, at: number, { drop, add }: { drop: number; add: string }): string {
  return text.slice(0, at) + add + text.slice(at + drop)
}

const letters = 'ABCXYZabcxyz0189+/=_-., {}":\u0000\u00e9\u2028'

function letter(below: Below): string {
  return letters[below(letters.length)] ?? 'A'
}

/** Mulberry32, by Tommy Ettinger, in the public domain. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
