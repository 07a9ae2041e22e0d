/** One defect, as a single replacement in one file, and the run that must notice it. */
export interface PlantedBug {
  readonly name: string
  /** What is promised, and broken by it. */
  readonly promise: string
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
  /** Arguments of Node: a lane, or the test runner with the files that it runs. */
  readonly command: readonly string[]
  /** What the failing run says: the name of a promise or the title of a test. */
  readonly says: RegExp
}

export function lane(name: string, ...more: readonly string[]): readonly string[] {
  return ['--conditions=entrygo-src', `test/lanes/${name}.ts`, ...more]
}

/** Test files below the sources of the server. */
export function tests(...files: readonly string[]): readonly string[] {
  const paths = files.map((file) => `packages/server/src/${file}`)
  return ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', ...paths]
}

/** Worlds about one failpoint, for what happens there alone. */
export function simulationAt(failpoint: string): readonly string[] {
  return lane('simulate', '--failpoint', failpoint, '--seeds', '60', '--again', '2')
}

/** Enough worlds for a defect that a tenth of them meets. */
export const simulation: readonly string[] = lane('simulate', '--seeds', '150', '--again', '2')
