import { expect, test } from 'vitest'
import { packageFolders, read } from './repository-files.ts'

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const

/** Names of all foreign packages that a package.json of ours asks for. */
function askedFor(): readonly string[] {
  const manifests = [
    'package.json',
    'test/tools/package.json',
    'test/botkit/package.json',
    ...packageFolders().map((name) => `packages/${name}/package.json`),
  ]
  const names = manifests.flatMap((path) => {
    const manifest: Partial<Record<(typeof GROUPS)[number], object>> = JSON.parse(read(path))
    return GROUPS.flatMap((group) => Object.keys(manifest[group] ?? {}))
  })
  return [...new Set(names)].filter((name) => !name.startsWith('@shopbell/')).toSorted()
}

const rows = read('docs/dependencies.md')
  .split('\n')
  .map((line) => /^\| `([^`]+)` *\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, name = '', where = '', why = '', licence = '']) => ({
    name,
    cells: [where, why, licence].map((cell) => cell.trim()),
  }))

test('docs/dependencies.md has one row for every package we ask for, and no other', () => {
  expect(rows.map(({ name }) => name).toSorted()).toEqual(askedFor())
})

test('every row says where, why this one, and the licence', () => {
  expect(rows.filter(({ cells }) => cells.includes('')).map(({ name }) => name)).toEqual([])
})
