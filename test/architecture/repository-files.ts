import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

/** The repository's root. */
export const ROOT = join(import.meta.dirname, '..', '..')

/** Folders that are made, not written. */
const MADE = new Set(['.git', 'node_modules', 'dist', 'build', '.svelte-kit', 'data', 'test-results'])

/** Paths, from the root and with `/`, of all written files below `folder`. */
export function filesBelow(folder = ''): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !MADE.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

const CODE = new Set(['.ts', '.js', '.mjs', '.svelte'])

/** The same, for files of code. */
export function codeBelow(folder: string): readonly string[] {
  return filesBelow(folder).filter((path) => CODE.has(extname(path)))
}

/** True for a test and for what only tests import. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || /\.test\.ts$/.test(path) || /\/testing\//.test(path)
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Names of the packages' folders. */
export function packageFolders(): readonly string[] {
  return readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
