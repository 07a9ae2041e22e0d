import { configDefaults, defineConfig } from 'vitest/config'

// The domain has no state and no effects (a test of the layers enforces it), so its files can share a worker: most of
// their time would go into reading the same modules again.
const pure = ['packages/server/src/domain/**/*.test.ts']

export default defineConfig({
  // `resolve.conditions` alone does not reach the server side: the packages' sources would not be found.
  ssr: { resolve: { conditions: ['entrygo-src', 'node', 'module-sync', 'default'] } },
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      { extends: true, test: { name: 'domain', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['packages/*/src/**/*.test.ts', 'tools/*/src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...pure],
        },
      },
    ],
  },
})
