import { expect, test } from 'vitest'
import { importsOf } from './imports-of.ts'
import { codeBelow, packageFolders } from './repository-files.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** The first way that leads from a file back to itself, or null. */
function findCycle(graph: Graph): readonly string[] | null {
  const finished = new Set<string>()
  const visit = (file: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (finished.has(file)) return null
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...path, file])
      if (cycle !== null) return cycle
    }
    finished.add(file)
    return null
  }
  for (const file of graph.keys()) {
    const cycle = visit(file, [])
    if (cycle !== null) return cycle
  }
  return null
}

test('the search finds a cycle, and finds none where there is none', () => {
  const ring: Graph = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ])
  expect(findCycle(ring)).toEqual(['b', 'd', 'b'])
  expect(findCycle(new Map([...ring, ['d', ['c']]]))).toBeNull()
})

test.for(packageFolders())('no file of %s imports itself by a detour', (name) => {
  // Types may name each other: they are gone before the program runs.
  const graph = new Map(
    codeBelow(`packages/${name}/src`).map((path) => [
      path,
      importsOf(path).flatMap(({ file, typeOnly }) => (file === null || typeOnly ? [] : [file])),
    ]),
  )
  expect(findCycle(graph)).toBeNull()
})
