import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url))

/** Puts a run's tables into docs/performance.md, in place of the last ones of the same kind of disk. */
export async function publishTables(disk: 'this disk' | 'slow disk', markdown: string): Promise<void> {
  const [begin, end] = [`<!-- bench, ${disk}: begin -->`, `<!-- bench, ${disk}: end -->`]
  const page = readFileSync(PAGE, 'utf8')
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from)
    throw new Error(`docs/performance.md has no place for the tables: ${begin} … ${end}`)
  const changed = `${page.slice(0, from + begin.length)}\n\n${markdown}\n\n${page.slice(to)}`
  writeFileSync(PAGE, await format(changed, { ...(await resolveConfig(PAGE)), parser: 'markdown' }))
}
