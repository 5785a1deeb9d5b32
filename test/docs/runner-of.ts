import type { DocBlock } from './doc-blocks.ts'
import { docBlocks, named } from './doc-blocks.ts'
import { NOT_RUN, isRowOf } from './not-run.ts'

/** Who tries a block; each is a test file of this folder. */
export type Runner = 'shell' | 'programs' | 'data' | 'pages' | 'database' | 'conversations' | 'outputs'

const BY_LANGUAGE: Readonly<Record<string, Runner>> = {
  sh: 'shell',
  ts: 'programs',
  js: 'programs',
  json: 'data',
  html: 'pages',
  sql: 'database',
}

/** Who tries the block; null where nobody can, and then `not-run.ts` has to say why. */
export function runnerOf({ language, how }: DocBlock): Runner | null {
  if ('conversation' in how) return 'conversations'
  if ('output' in how) return 'outputs'
  if ('page' in how) return 'pages'
  return BY_LANGUAGE[language] ?? null
}

/** The blocks a test file tries, each with its name. */
export function blocksFor(runner: Runner): readonly (readonly [string, DocBlock])[] {
  return docBlocks()
    .filter((block) => runnerOf(block) === runner && !NOT_RUN.some((row) => isRowOf(row, block)))
    .map((block) => [named(block), block] as const)
}
