import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { codeBelow, filesBelow, read } from './repository-files.ts'

const FOLDERS = ['packages', 'test', 'scripts', 'bench']
const code = FOLDERS.filter((folder) => filesBelow().some((path) => path.startsWith(`${folder}/`))).flatMap(
  codeBelow,
)

/** Longest files: one idea fits into less. */
const MOST_LINES = 300
const MOST_LINES_OF_A_COMPONENT = 200

/** Files that may be longer, each with its reason. */
const LONGER: Readonly<Record<string, string>> = {
  'packages/protocol/src/index.ts': 'names what the other files hold, and nothing else',
  'packages/client/src/api-paths.ts': 'written by npm run api-docs; nobody reads it from top to bottom',
}

test('no file of code is too long to hold one idea', () => {
  const tooLong = code
    .filter((path) => !(path in LONGER))
    .map((path) => ({ path, lines: read(path).split('\n').length - 1 }))
    .filter(({ path, lines }) => lines > (path.endsWith('.svelte') ? MOST_LINES_OF_A_COMPONENT : MOST_LINES))
    .map(({ path, lines }) => `${path} has ${lines} lines`)
  expect(tooLong).toEqual([])
})

test('files that may be longer exist', () => {
  expect(Object.keys(LONGER).filter((path) => !code.includes(path))).toEqual([])
})

/** SvelteKit gives its files their names. */
const GIVEN_BY_A_TOOL = /^(\+(page|layout|error|server)|vite-env\.d|app\.d|hooks(\.client|\.server)?)\b/

test('files are named in kebab-case, components in PascalCase', () => {
  const misnamed = code.filter((path) => {
    const name = basename(path)
    if (GIVEN_BY_A_TOOL.test(name)) return false
    if (name.endsWith('.svelte')) return !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|js|mjs)$/.test(name)
  })
  expect(misnamed).toEqual([])
})

test('no file is a drawer for this and that', () => {
  const drawer =
    /^(types|utils?|helpers?|misc|common|constants|interfaces?|info|data|manager|handler|processor)\.(ts|js|mjs|svelte)$/
  expect(code.filter((path) => drawer.test(basename(path)))).toEqual([])
})
