import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { functionOf, mutateSource } from '../../mutation/mutate-source.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const run = promisify(execFile)

/** The mutation run over rules of its own, whose tables are good and bad on purpose. */
async function mutate(...rules: readonly string[]): Promise<readonly string[]> {
  const args = ['-C', 'shopbell-source', 'test/mutation/main.ts', 'test/mutation/fixture', ...rules]
  // A vitest within a vitest: what the outer one says of itself is not for the inner one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, env }).catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error) return { stdout: String(error.stdout) }
    throw error
  })
  return stdout.trim().split('\n')
}

describe('the mutation run', () => {
  test('tells which tables did not see a change', async () => {
    const told = await mutate('say-yes-once', 'ask-nothing', 'see-one-side')
    expect(told.filter((line) => line.startsWith('✗'))).toEqual([
      '✗ ask-nothing, inverted: 0 of 1 tests failed',
      '✗ ask-nothing, stuck: 0 of 1 tests failed',
      '✗ see-one-side, stuck: 0 of 2 tests failed',
    ])
    expect(told.at(-1)).toMatch(/^6 of 9 runs of 3 rules as they must be/)
  })

  test('a rule without a table is found out as well', async () => {
    expect(await mutate('not-there')).toContain('✗ not-there, untouched: 0 of 0 tests failed')
  })
})

describe('changing a rule', () => {
  test('the function of the file’s name is wrapped, also a generic one', () => {
    expect(functionOf('greet-after-silence')).toBe('greetAfterSilence')
    const source = mutateSource(
      'export function bindAnswer<Answer>(live: Answer) {\n  return live\n}',
      'bindAnswer',
      'inverted',
    )
    expect(source).toContain('function bindAnswerKept<Answer>(live: Answer)')
    expect(source).toContain('export function bindAnswer(...asked')
  })

  test('a rule that cannot be changed is an error, not a pass', () => {
    expect(() => mutateSource('export const other = 1', 'other', 'stuck')).toThrow(
      'exports no function other',
    )
  })
})
