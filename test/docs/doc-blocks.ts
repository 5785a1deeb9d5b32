import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One fenced block of a page. */
export interface DocBlock {
  /** The page from the root of the repository: `docs/cli.md`. */
  readonly page: string
  /** The line of its opening fence, from 1. */
  readonly line: number
  /** What stands after the fence: `sh`, `ts`, …; empty where the page says none. */
  readonly language: string
  readonly code: string
  /** What the page's hidden remark before it says: `<!-- try: with engine -->` is `{ with: 'engine' }`. */
  readonly how: Readonly<Record<string, string>>
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Pages for readers. */
export const PAGES = ['*.md', 'docs/**/*.md', 'examples/*/*.md', 'packages/*/*.md']

/** Every fenced block of every page for readers. A page that is added is read without being named anywhere. */
export function docBlocks(): readonly DocBlock[] {
  return globSync(PAGES, { cwd: ROOT })
    .toSorted()
    .flatMap((page) => blocksOf(page, readFileSync(`${ROOT}${page}`, 'utf8')))
}

/** The fenced blocks of one page, without the indentation of the list they may stand in. */
export function blocksOf(page: string, markdown: string): readonly DocBlock[] {
  const blocks: DocBlock[] = []
  const lines = markdown.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const [, indent = '', fence, language = ''] = /^( *)(`{3,})([\w-]*)/.exec(lines[at] ?? '') ?? []
    if (fence === undefined) continue
    const end = lines.findIndex((line, place) => place > at && line.trim() === fence)
    if (end < 0) throw new Error(`${page}:${String(at + 1)}: this block has no end.`)
    const code = lines.slice(at + 1, end).map((line) => line.slice(indent.length))
    blocks.push({ page, line: at + 1, language, code: code.join('\n'), how: remarkBefore(lines, at) })
    at = end
  }
  return blocks
}

/** The name of a block in a list of tests. */
export function named(block: DocBlock): string {
  return `${block.page}:${String(block.line)} (${block.language})`
}

/** The remark on the nearest line above that is not empty, or several of them. */
function remarkBefore(lines: readonly string[], fence: number): Readonly<Record<string, string>> {
  const how: Record<string, string> = {}
  for (let at = fence - 1; at >= 0; at -= 1) {
    const line = (lines[at] ?? '').trim()
    if (line === '') continue
    const [, key, value = ''] = /^<!-- try: (\w+)(?: (.*?))? -->$/.exec(line) ?? []
    if (key === undefined) break
    how[key] = value
  }
  return how
}
