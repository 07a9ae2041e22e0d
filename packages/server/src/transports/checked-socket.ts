import { connect as connectTcp, isIPv6, type Socket } from 'node:net'
import { connect as connectTls, getCACertificates, type TLSSocket } from 'node:tls'

/** Where a connection goes: to these addresses and no other, whatever the name stands for by now. */
export interface DialTarget {
  readonly host: string
  readonly port: number
  readonly addresses: readonly string[]
}

/** Starts a TCP connection. */
export type Dial = (target: DialTarget) => Socket

/** Tries the addresses one after the other, the versions in turn (RFC 8305), without asking for the name again. */
export const dialAddresses: Dial = ({ host, port, addresses }) =>
  connectTcp({
    host,
    port,
    autoSelectFamily: true,
    lookup: (_name, _options, answer) =>
      answer(
        null,
        addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 })),
      ),
  })

export interface TlsTarget {
  /** Of the certificate, and sent ahead unless it is an address. */
  readonly host: string
  readonly isAddress: boolean
  /** PEM of an authority to trust besides the known ones. */
  readonly ca?: string | undefined
}

/** TLS over a connection; the certificate must be for the host, whatever the environment says. */
export function startTls(socket: Socket, { host, isAddress, ca }: TlsTarget): TLSSocket {
  const name = host.replace(/\.$/, '')
  return connectTls({
    socket,
    host: name,
    ...(isAddress ? {} : { servername: name }),
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    ...(ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] }),
  })
}

/** Resolves at the event; rejects when the socket fails or closes before, or when the signal is aborted. */
export function arrival(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = (): void => reject(new Error('aborted'))
  const closed = (): void => reject(new Error('closed'))
  socket.once(event, resolve).once('error', reject).once('close', closed)
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  return promise.finally(() => {
    signal.removeEventListener('abort', stop)
    socket.off(event, resolve).off('error', reject).off('close', closed)
  })
}
