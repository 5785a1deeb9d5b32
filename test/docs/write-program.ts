import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, type DocBlock } from './doc-blocks.ts'
import { namesOf } from './names-of.ts'
import { type Stage, stageOf } from './stage-of.ts'

/** Ignored by git, and not below `node_modules`, where Node runs no TypeScript. */
const FOLDER = join(ROOT, 'test-results', 'docs')

/**
 * Makes a module of a block and returns its path. `<!-- try: with <stage> -->` gives it what `test/docs/stages/<stage>.ts` exports and
 * the block does not make itself; a stage that exports `check` is handed what the block made, in the end.
 */
export function writeProgram({ page, line, code, how }: DocBlock): string {
  const { imported, made, used } = namesOf(code)
  const stage = how['with'] === undefined ? null : stageOf(how['with'])
  const given = stage?.given.filter((name) => used.has(name) && !imported.has(name) && !made.has(name)) ?? []
  const module = [
    ...(stage === null ? [] : [importOf(stage.path, given, stage.check !== 'none')]),
    code,
    ...checkOf(stage?.check ?? 'none', made),
    'export {}',
  ]
  mkdirSync(FOLDER, { recursive: true })
  const path = join(FOLDER, `${page.replaceAll(/[^\w]+/g, '-')}-${String(line)}.ts`)
  writeFileSync(path, `${module.join('\n')}\n`)
  return path
}

export function removePrograms(): void {
  rmSync(FOLDER, { recursive: true, force: true })
}

function importOf(path: string, given: readonly string[], checks: boolean): string {
  return `import { ${[...given, ...(checks ? ['check as $check'] : [])].join(', ')} } from '${path}'`
}

function checkOf(check: Stage['check'], made: ReadonlySet<string>): readonly string[] {
  if (check === 'none') return []
  if (check === 'alone') return ['await $check()']
  return [`const $made = { ${[...made].join(', ')} }`, 'await $check($made)']
}
