import type { RulePackIdentity } from '@entrygo/sdk/contract'

/** What an evidence bundle is made from: bytes and JSON values, as an operation finds them in the store. */
export interface EvidenceInput {
  readonly exportId: string
  readonly planHash: string
  /** `seq` of the newest event: the state of the export that the bundle shows. */
  readonly eventSeq: number
  /** The plan as the contract answers it, without its snapshot. */
  readonly plan: object
  /** The stored text whose SHA-256 the plan hash names. */
  readonly snapshot: string
  /** As inspect answers them, oldest first. */
  readonly approvals: readonly object[]
  /** Every artifact of the customs package by its filename, manifest included; empty before execute. */
  readonly packageFiles: readonly EvidenceFile[]
  readonly messages: readonly EvidenceMessage[]
  /** As the contract answers them, by `seq` from 1 without gaps. */
  readonly events: readonly object[]
  readonly rulePack: RulePackIdentity
}

export interface EvidenceFile {
  /** Letters, digits, point, hyphen and underscore. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One message as it was sent, the same bytes at every attempt. */
export interface EvidenceMessage {
  /** Of the submission or notification. */
  readonly id: string
  /** `eml` for e-mail, `json` for an HTTP document. */
  readonly format: 'eml' | 'json'
  readonly bytes: Uint8Array
  /** As inspect answers them. */
  readonly attempts: readonly object[]
}

export interface EvidenceManifest {
  readonly schema: 'entrygo.evidence/1'
  readonly exportId: string
  readonly planHash: string
  readonly eventSeq: number
  /** Every other file of the bundle, by name. */
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

/** Names of the files that every bundle has. */
export const bundleFiles = {
  manifest: 'manifest.json',
  plan: 'plan.json',
  approvals: 'approvals.json',
  events: 'events.json',
  rulePack: 'rule-pack.json',
} as const

export const packageFolder = 'package/'
export const messageFolder = 'messages/'

/** Safe in any file system and archive: no empty, hidden or upward part. */
export const safeName: RegExp = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/
