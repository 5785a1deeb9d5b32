import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What each build is made of, and files that exist once it was made. `npm install` removes the console's generated `$app`. */
const builds = {
  widget: {
    results: ['packages/widget/dist/v1.js'],
    sources: ['packages/widget', 'packages/protocol'],
  },
  editor: {
    results: ['packages/editor/build/handler.js', 'packages/editor/node_modules/$app/tsconfig.json'],
    sources: ['packages/editor', 'packages/engine', 'packages/protocol', 'flows', 'svelte.config.js'],
  },
}
const alwaysSources = ['package-lock.json', 'tsconfig.base.json']
/** `LICENSE`: a copy that `npm pack` of a package makes. */
const notSources = new Set(['node_modules', 'dist', 'build', '.svelte-kit', 'LICENSE'])

/** True when the build of a package exists and was made from the sources as they are now. */
export function buildIsFresh(root, name) {
  const stamp = stampOf(root, name)
  return (
    builds[name].results.every((result) => existsSync(join(root, result))) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === fingerprint(root, name)
  )
}

/** Notes which sources the build of a package was just made from. */
export function rememberBuild(root, name) {
  const stamp = stampOf(root, name)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint(root, name))
}

function stampOf(root, name) {
  return join(root, 'node_modules', '.shopbell', `${name}-built-from`)
}

/** A hash over path, size and time of change of every source file: reading 300 files would take longer than a start may. */
function fingerprint(root, name) {
  const hash = createHash('sha256')
  for (const source of [...builds[name].sources, ...alwaysSources]) {
    for (const path of filesIn(join(root, source))) {
      const { size, mtimeMs } = statSync(path)
      hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !notSources.has(name) && !name.endsWith('.test.ts'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(join(path, entry.name)))
}
