import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

export interface CrashProgram {
  readonly file: string
  readonly compileCache: string
  remove(): Promise<void>
}

const source = fileURLToPath(new URL('crash-server.ts', import.meta.url))
// Below the server, where the packages that it asks for by name at run time are found.
const place = fileURLToPath(new URL('../../../packages/server/node_modules/.cache/', import.meta.url))

/**
 * The program of the child with all its modules in a few files: to resolve and load several hundred of them costs a life
 * more processor time than everything that it does. Every module goes on to find its files where they lie.
 */
export async function bundleCrashServer(): Promise<CrashProgram> {
  await mkdir(place, { recursive: true })
  const folder = await mkdtemp(join(place, 'crash-server-'))
  const build = await rolldown({
    input: source,
    platform: 'node',
    resolve: { conditionNames: ['entrygo-src', 'node', 'import'] },
    plugins: [{ name: 'place of a module', transform: { filter: { code: /import\.meta/ }, handler: withItsPlace } }],
  })
  await build.write({ dir: folder, format: 'es', entryFileNames: 'crash-server.mjs', chunkFileNames: '[name].mjs' })
  await build.close()
  return {
    file: join(folder, 'crash-server.mjs'),
    compileCache: join(folder, 'compile-cache'),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function withItsPlace(code: string, id: string): { readonly code: string } {
  return {
    code: code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
  }
}
