import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'
import { root } from '../repo/sources.ts'

/** What a page loads that calls operations and waits for exports: every method, retries, errors, deadlines, the waiter. */
export const clientAndWaiter = ['createEntryGo', 'waitForExport'] as const

export interface Bundle {
  readonly code: string
  /** Bytes after gzip, level 9, as a server sends them. */
  readonly gzip: number
  /** Files of the SDK of which anything is left, relative to its sources. */
  readonly files: readonly string[]
}

/** These exports of the SDK as one minified file for browsers, with all they need. */
export async function bundleOf(names: readonly string[]): Promise<Bundle> {
  const sdk = join(root, 'packages/sdk')
  const entry = join(sdk, 'src/an-entry.ts')
  const build = await rolldown({
    input: entry,
    cwd: sdk,
    platform: 'browser',
    resolve: { conditionNames: ['entrygo-src', 'import', 'default'] },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? `export { ${names.join(', ')} } from './index.ts'` : null),
      },
    ],
  })
  const { output } = await build.generate({ format: 'es', minify: true })
  await build.close()
  const [{ code, modules }] = output
  const files = Object.entries(modules).flatMap(([path, { renderedLength }]) =>
    renderedLength > 0 && path.startsWith(join(sdk, 'src/')) ? [path.slice(join(sdk, 'src/').length)] : [],
  )
  return { code, gzip: gzipSync(code, { level: 9 }).byteLength, files: files.sort() }
}
