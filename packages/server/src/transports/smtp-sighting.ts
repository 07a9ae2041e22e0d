import type { Sighting } from '../ports.ts'

/** How far an attempt had come when it ended. */
export interface SmtpProgress {
  /** Greeting, TLS and EHLO are done. */
  readonly isConnected: boolean
  /** The line with the final dot may have been given to the socket. */
  readonly isDotGiven: boolean
}

/** What an SMTP client reports of an error. */
export interface SmtpError {
  readonly code?: string | undefined
  /** Of the operating system or of TLS, where `code` is only the client's own. */
  readonly originalCode?: string | undefined
  /** Three digits, when the server answered. */
  readonly responseCode?: number | undefined
}

/**
 * What an error of the attempt says (delivery §7.3). An answer of the server counts as it stands, 5yz for good; without
 * one, everything up to the final dot was not sent, and afterwards nobody can tell.
 */
export function sightingOfError(error: SmtpError, progress: SmtpProgress): Sighting {
  const { code, responseCode } = error
  if (code === 'ETLS' || isTlsTrouble(error)) return { outcome: 'not_sent', evidence: 'tls_failed' }
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 600) {
    // Credentials are a matter between this server and its relay: the broker has refused nothing.
    const isRefused = responseCode >= 500 && code !== 'EAUTH'
    return { outcome: isRefused ? 'rejected' : 'not_sent', evidence: `smtp_${responseCode}` }
  }
  if (code === 'EENVELOPE' && !progress.isDotGiven) return { outcome: 'rejected', evidence: 'refused_address' }
  return { outcome: progress.isDotGiven ? 'unknown' : 'not_sent', evidence: evidenceOf(error, progress) }
}

function evidenceOf({ code, originalCode }: SmtpError, { isConnected }: SmtpProgress): string {
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'EPROTOCOL' || code === 'EAUTH' || code === 'EMESSAGE') return 'bad_answer'
  return isConnected || originalCode === 'ECONNRESET' ? 'reset' : 'connect_failed'
}

function isTlsTrouble({ originalCode = '' }: SmtpError): boolean {
  return /^ERR_(?:TLS|SSL)|CERT|SELF_SIGNED|UNABLE_TO_/.test(originalCode)
}
