import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `resolve.conditions` alone does not reach the server side: the packages' sources would not be found.
  ssr: { resolve: { conditions: ['entrygo-src', 'node', 'module-sync', 'default'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tools/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    unstubEnvs: true,
    unstubGlobals: true,
  },
})
