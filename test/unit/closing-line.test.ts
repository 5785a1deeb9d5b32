import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
let folder: string

beforeEach(() => {
  // Inside the checkout, so that the files find Vitest.
  const made = join(root, 'test-results')
  mkdirSync(made, { recursive: true })
  folder = mkdtempSync(join(made, 'closing-line-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The last line of a run over `files`, and its exit code. */
function run(files: Readonly<Record<string, string>>): {
  readonly lastLine: string | undefined
  readonly code: number | null
} {
  for (const [name, body] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { expect, test } from 'vitest'\n${body}\n`)
  }
  const args = [
    'run',
    '--root',
    folder,
    '--reporter',
    'default',
    '--reporter',
    join(root, 'scripts/closing-line-reporter.ts'),
  ]
  const { stdout, status } = spawnSync(process.execPath, [vitest, ...args], {
    encoding: 'utf8',
  })
  return { lastLine: stdout.trimEnd().split('\n').at(-1), code: status }
}

const passing = `test('one', () => {}); test('two', () => {})`

test('a green run counts what passed', () => {
  expect(run({ 'a.test.ts': passing, 'b.test.ts': passing })).toEqual({
    lastLine: '4 passed, 0 failed',
    code: 0,
  })
})

test('failed and skipped tests are counted apart', () => {
  const mixed = `${passing}; test('three', () => expect(1).toBe(2)); test.runIf(false)('four', () => {})`
  expect(run({ 'a.test.ts': mixed })).toEqual({ lastLine: '2 passed, 1 failed, 1 skipped', code: 1 })
})

test('a file that cannot be loaded is a failure', () => {
  expect(run({ 'a.test.ts': passing, 'b.test.ts': `throw new Error('at once')` })).toEqual({
    lastLine: '2 passed, 1 failed',
    code: 1,
  })
})

test('an error nobody caught is a failure', () => {
  const uncaught = `test('one', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate) })`
  expect(run({ 'a.test.ts': uncaught })).toEqual({ lastLine: '1 passed, 1 failed', code: 1 })
})
