// Runs before `npm pack` and `npm publish` of a package, in its folder: builds it anew and puts the licence beside it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIsFresh, rememberBuild } from '../bootstrap/fresh-build.mjs'
import { bringAlong } from './bring-along.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = process.cwd()
const name = basename(folder)

// The compiler writes the widget's types elsewhere; what is in its `dist` is the bundle.
if (name === 'widget') bundle('widget')
else rmSync(join(folder, 'dist'), { recursive: true, force: true })
run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', folder])
if (name === 'server') {
  bundle('widget')
  bundle('editor')
  bringAlong(root, folder)
}
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))

function bundle(what) {
  if (buildIsFresh(root, what)) return
  run('npm', ['run', '--silent', 'build', '-w', `packages/${what}`])
  rememberBuild(root, what)
}

/**
 * npm takes what the scripts of `npm pack` print for its own answer, so everything goes to standard error. Whatever
 * mode the caller runs in (tests have one of their own), what is published is built for production.
 */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2],
  })
  if (error !== undefined) throw error
  if (status !== 0) process.exit(status ?? 1)
}
