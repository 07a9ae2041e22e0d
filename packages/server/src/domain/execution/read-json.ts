import { isRecord } from '../rules/record-reader.ts'

/**
 * Reading of the frozen plan. Its schema was checked when the facts were synced, so a member that is not of the expected
 * kind is read as absent.
 */
export type Json = Readonly<Record<string, unknown>>

export function objectIn(parent: Json, name: string): Json {
  const value = parent[name]
  return isRecord(value) ? value : {}
}

export function objectsIn(parent: Json, name: string): readonly Json[] {
  const value = parent[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export function textIn(parent: Json, name: string): string | null {
  const value = parent[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export function textsIn(parent: Json, name: string): readonly string[] {
  const value = parent[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function numberIn(parent: Json, name: string): number | null {
  const value = parent[name]
  return typeof value === 'number' ? value : null
}

export function booleanIn(parent: Json, name: string): boolean | null {
  const value = parent[name]
  return typeof value === 'boolean' ? value : null
}
