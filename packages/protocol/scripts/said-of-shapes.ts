import { readdirSync, readFileSync } from 'node:fs'

const SOURCES = new URL('../src/', import.meta.url)
/** A doc comment and the shape below it. */
const SHAPE = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const ([A-Z]\w*[a-z]\w*) =/g
/** Ids of requirements, such as `(REC-01, CRD-05…07)`: they mean nothing to who reads the API. */
const REQUIREMENTS = /\s*\([A-Z]{3}-\d+(?:(?:, |…|–|-)(?:[A-Z]{3}-)?\d+)*\)/g

/** What the sources of the protocol say of each shape in its comment, in one paragraph, by its name and in alphabetical order. */
export function saidOfShapes(): Readonly<Record<string, string>> {
  const said = readdirSync(SOURCES, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .flatMap((path) => [...readFileSync(new URL(path, SOURCES), 'utf8').matchAll(SHAPE)])
    .map(([, comment = '', name = '']) => [name, paragraphOf(comment)] as const)
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function paragraphOf(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.trim().replace(/^\*\s?/, ''))
    .join(' ')
    .replace(REQUIREMENTS, '')
    .trim()
}
