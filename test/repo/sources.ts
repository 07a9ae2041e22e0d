import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { blank } from './blank.ts'

/** One file of the repository; `path` is relative to its root, with forward slashes. */
export interface Source {
  readonly path: string
  readonly text: string
}

export interface Import {
  /** What stands between the quotes. */
  readonly specifier: string
  /** The imported file for a relative specifier, else the specifier itself. */
  readonly target: string
  readonly names: readonly string[]
  readonly isTypeOnly: boolean
  readonly line: number
}

export const root: string = join(import.meta.dirname, '../..')

/** Tracked files and new ones that are not ignored, so that a test speaks before the commit. */
export function filesOf(...patterns: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const paths = new Set(listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path))))
  return [...paths].sort()
}

export function readSource(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/** Every TypeScript file that people write: nothing generated. */
export function typeScriptSources(): Source[] {
  return filesOf('*.ts', '*.mts')
    .filter((path) => !isGenerated(path))
    .map(readSource)
}

export function isGenerated(path: string): boolean {
  return path.startsWith('packages/sdk/src/contract/') || path.includes('/generated/')
}

export function isTest(path: string): boolean {
  return /\.(test|conformance)\.ts$/.test(path)
}

const importPattern =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:([^'";()]*?)\s*from\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm

/** Static imports, re-exports and `import('…')` with a literal, in the order of the file. */
export function importsOf({ path, text }: Source): Import[] {
  return [...withoutComments(text).matchAll(importPattern)].map((match) => {
    const [, typeOnly, clause = '', from, dynamic] = match
    const specifier = from ?? dynamic ?? ''
    return {
      specifier,
      target: specifier.startsWith('.') ? relative(root, join(root, dirname(path), specifier)) : specifier,
      names: clause
        .replace(/[{}]/g, ' ')
        .split(/[\s,]+/)
        .filter((name) => name !== '' && name !== 'as'),
      isTypeOnly: typeOnly !== undefined,
      line: text.slice(0, match.index).split('\n').length + (match[0].startsWith('\n') ? 1 : 0),
    }
  })
}

/** The text with comments blanked out. */
export function withoutComments(text: string): string {
  return blank(text, { strings: false })
}

/** The text with comments and the inside of strings blanked out, for rules about code alone. */
export function codeOnly(text: string): string {
  return blank(text, { strings: true })
}
