import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES, ROOT } from './doc-blocks.ts'

const pages = globSync(PAGES, { cwd: ROOT }).toSorted()
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** Relative links of a page; code is no link. */
function linksOf(page: string): readonly string[] {
  const prose = read(page)
    .replaceAll(/^ *```[\s\S]*?^ *```$/gm, '')
    .replaceAll(/`[^`\n]+`/g, '')
  return [...prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): readonly string[] {
  return [...read(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test.for(pages)('%s: every link leads to a file, and to a heading in it', (page) => {
  const broken = linksOf(page).filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    if (!existsSync(join(ROOT, target))) return true
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
  })
  expect(broken).toEqual([])
})

test('docs/README.md has a line for every page of docs/', () => {
  const listed = linksOf('docs/README.md').map((link) => `docs/${link.split('#')[0] ?? ''}`)
  const owed = pages.filter((page) => /^docs\/[^/]+\.md$/.test(page) && page !== 'docs/README.md')
  expect(owed.filter((page) => !listed.includes(page))).toEqual([])
})
