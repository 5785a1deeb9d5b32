import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SETTINGS } from '../../packages/server/src/config/settings.ts'
import { docBlocks, named, ROOT } from './doc-blocks.ts'

// What the tests have no program for is at least of the shape that its program reads, and names only what there is.

const blocks = docBlocks()
const linesOf = (code: string) => code.split('\n').filter((line) => line.trim() !== '')

/** Lines that the language does not have. */
const STRANGE: Readonly<Record<string, (code: string) => readonly string[]>> = {
  nginx: (code) => linesOf(code).filter((line) => !/([;{}]|^\s*#.*)$/.test(line.replace(/;\s+#.*$/, ';'))),
  caddyfile: (code) => linesOf(code).filter((line) => !/^\s*([\w.-]+( .+)?|\})$/.test(line)),
  ini: (code) => linesOf(code).filter((line) => !/^(#.*|\[[\w-]+\]|\w+ ?=.*)$/.test(line)),
  yaml: (code) => linesOf(code).filter((line) => !/^( {2})*(- )?[\w_]+:( .+)?$/.test(line)),
  php: () => [],
}

test.for(blocks.filter(({ language }) => language in STRANGE).map((block) => [named(block), block] as const))(
  '%s',
  ([, { language, code }]) => {
    expect(STRANGE[language]?.(code)).toEqual([])
    for (const [open, close] of ['{}', '()', '[]'].map((pair) => pair.split('')))
      expect(code.split(open ?? '').length, `${open ?? ''} and ${close ?? ''}`).toBe(
        code.split(close ?? '').length,
      )
  },
)

test('every variable that a block sets is a setting of the server, or one of the command line and the tests', () => {
  const known = new Set([...Object.keys(SETTINGS), 'SHOPBELL_TOKEN'])
  const unknown = blocks
    .filter(({ page }) => page !== 'docs/development.md')
    .flatMap((block) =>
      [...block.code.matchAll(/\bSHOPBELL_[A-Z_]+/g)]
        .filter(([name]) => !known.has(name))
        .map(([name]) => `${named(block)}: ${name}`),
    )
  expect(unknown).toEqual([])
})

test('every file of the repository that a service starts is there', () => {
  const started = blocks.flatMap(({ code }) =>
    [...code.matchAll(/^ExecStart=.* (packages\S+)$/gm)].map(([, path = '']) => path),
  )
  expect(started.length).toBeGreaterThan(0)
  expect(started.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([])
})
