import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { docBlocks, named, ROOT } from './doc-blocks.ts'
import { isRowOf, NOT_RUN } from './not-run.ts'
import { runnerOf } from './runner-of.ts'

const blocks = docBlocks()
const isListed = (block: (typeof blocks)[number]) => NOT_RUN.some((row) => isRowOf(row, block))

test('every block names its language', () => {
  expect(blocks.filter(({ language }) => language === '').map(named)).toEqual([])
})

test(`${String(blocks.length - NOT_RUN.length)} blocks are run, ${String(NOT_RUN.length)} are listed with the reason why they are not`, () => {
  expect(blocks.filter((block) => runnerOf(block) === null && !isListed(block)).map(named)).toEqual([])
})

test('the list of what is not run has no row too many', () => {
  const counted = NOT_RUN.map((row) => [
    row.page,
    row.begins,
    blocks.filter((block) => isRowOf(row, block)).length,
  ])
  expect(counted.filter(([, , count]) => count !== 1)).toEqual([])
})

test('scripts of npm that a block names exist, also where the block is not run', () => {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    scripts: Readonly<Record<string, string>>
  }
  const unknown = blocks
    .filter(({ page }) => !page.startsWith('examples/'))
    .flatMap((block) =>
      [...block.code.matchAll(/\bnpm (?:run )?(?:--silent )?(start|test|(?<=run )[\w-]+)/g)]
        .filter(([, name = '']) => !(name in scripts))
        .map(([command]) => `${named(block)}: ${command}`),
    )
  expect(unknown).toEqual([])
})
