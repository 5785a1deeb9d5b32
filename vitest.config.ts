import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'
import { PATIENCE_MS } from './test/tools/patience.ts'
import { seedOfFiles } from './test/tools/seed-of-files.ts'

/** Lets workspace packages be imported as their TypeScript sources, without a build. */
const SOURCE = 'shopbell-source'
/** No limit here is an expectation: each is many times what a test takes on a busy machine of two slow cores. */
const minutes = (n: number) => n * 60_000

/** Projects of one group share the workers; groups run one after the other (two cores are the yardstick). */
const together = { maxWorkers: 2, sequence: { groupOrder: 0 } }
const withServers = { maxWorkers: 2, sequence: { groupOrder: 1 } }
const withBrowsers = { maxWorkers: 1, sequence: { groupOrder: 2 } }
/** Alone, because servers that die and come back want the machine for themselves. */
const withFaults = { maxWorkers: 1, sequence: { groupOrder: 3 } }

export default defineConfig({
  resolve: { conditions: [SOURCE, ...defaultClientConditions] },
  ssr: {
    resolve: {
      conditions: [SOURCE, ...defaultServerConditions],
      externalConditions: [SOURCE, 'node', 'module-sync'],
    },
  },
  test: {
    environment: 'node',
    env: { SHOPBELL_SEED: String(seedOfFiles()) },
    setupFiles: ['./test/tools/seed-properties.ts'],
    // Worker threads and natively loaded modules resolve the same sources as Vite does.
    execArgv: [`--conditions=${SOURCE}`],
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    testTimeout: minutes(1),
    hookTimeout: minutes(1),
    expect: { poll: { timeout: PATIENCE_MS, interval: 50 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'test/unit/**/*.test.ts', 'test/tools/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.browser.test.ts'],
          ...together,
        },
      },
      {
        extends: true,
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], ...together },
      },
      {
        extends: true,
        test: {
          name: 'conversations',
          include: ['test/conversations/**/*.test.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          ...together,
        },
      },
      {
        extends: true,
        test: {
          name: 'protocol',
          include: ['test/protocol/**/*.test.ts', 'test/botkit/*.test.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          ...withServers,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [
            'test/database/**/*.test.ts',
            'packages/server/src/**/*.db.test.ts',
            'test/tools/*.db.test.ts',
          ],
          globalSetup: ['./test/tools/postgres-global-setup.ts'],
          testTimeout: minutes(5),
          hookTimeout: minutes(5),
          ...withServers,
        },
      },
      {
        extends: true,
        test: {
          name: 'docs',
          include: ['test/docs/**/*.test.ts'],
          globalSetup: ['./test/tools/postgres-global-setup.ts'],
          testTimeout: minutes(5),
          hookTimeout: minutes(5),
          ...withServers,
        },
      },
      {
        extends: true,
        test: {
          name: 'packages',
          include: ['test/packages/**/*.test.ts'],
          globalSetup: ['./test/packages/fresh-project.ts'],
          testTimeout: minutes(5),
          hookTimeout: minutes(10),
          ...withServers,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts', 'test/tools/*.browser.test.ts'],
          globalSetup: ['./test/tools/postgres-global-setup.ts'],
          testTimeout: minutes(5),
          hookTimeout: minutes(5),
          ...withBrowsers,
        },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          testTimeout: minutes(15),
          hookTimeout: minutes(5),
          ...withFaults,
        },
      },
    ],
  },
})
