import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportFlow, parseFlow } from '@shopbell/engine'
import { ROOT, type DocBlock } from './doc-blocks.ts'
import { namesOf } from './names-of.ts'
import { type Stage, stageOf } from './stage-of.ts'

/** Ignored by git, and not below `node_modules`, where Node runs no TypeScript. */
const FOLDER = join(ROOT, 'test-results', 'docs')
const STAGES = join(ROOT, 'test', 'docs', 'stages')

/** What a reader has after the commands of docs/xstate.md; imports name them beside the block. */
export function prepareFolder(): string {
  const source = readFileSync(join(ROOT, 'flows/export-factory/flow.json'), 'utf8')
  const parsed = parseFlow(source)
  if (!parsed.ok) throw new Error('flows/export-factory/flow.json cannot be read.')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, 'flow.json'), source)
  writeFileSync(join(FOLDER, 'machine.json'), exportFlow(parsed.document, 'machine').text)
  writeFileSync(join(FOLDER, 'reception.ts'), exportFlow(parsed.document, 'typescript').text)
  return FOLDER
}

/**
 * Makes a module of a block and returns its path. `<!-- try: with <stage> -->` gives it what `test/docs/stages/<stage>.ts` exports and
 * the block does not make itself; a stage that exports `check` is handed what the block made, in the end.
 */
export function writeProgram(
  { page, line, code, how }: DocBlock,
  { folder = FOLDER, stages = STAGES }: { readonly folder?: string; readonly stages?: string } = {},
): string {
  const { imported, made, used } = namesOf(code)
  const stage = how['with'] === undefined ? null : stageOf(join(stages, `${how['with']}.ts`))
  const given = stage?.given.filter((name) => used.has(name) && !imported.has(name) && !made.has(name)) ?? []
  const module = [
    ...(stage === null ? [] : [importOf(stage.path, given, stage.check !== 'none')]),
    code,
    ...checkOf(stage?.check ?? 'none', made),
    'export {}',
  ]
  const path = join(folder, `${page.replaceAll(/[^\w]+/g, '-')}-${String(line)}.ts`)
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
