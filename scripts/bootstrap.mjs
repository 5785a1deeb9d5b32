// Makes a checkout ready to start (or, with --test, to be tested): packages, Node, widget and console.
// Plain JavaScript for Node 18, because it runs before the project's own Node is there. Says what it does, and
// nothing when nothing is to do.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packagesAreInstalled } from './bootstrap/packages-are-installed.mjs'
import { NODE_WANTED, projectNode } from './bootstrap/project-node.mjs'
import { buildIsFresh, rememberBuild } from './bootstrap/fresh-build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (process.platform === 'win32') {
  stop('Shopbell does not run on Windows itself. Open the checkout in WSL 2 and run the same command there.')
}
if (Number(process.versions.node.split('.')[0]) < 18) {
  stop(
    `This is Node ${process.version}; installing Shopbell takes Node 18 or newer, running it ${NODE_WANTED}.`,
  )
}

if (!packagesAreInstalled(root)) {
  step('Installing packages', () => npm('ci', '--loglevel=error'))
}

const node = projectNode(root)
if (node === null) {
  stop(
    `Shopbell needs Node ${NODE_WANTED} or newer; this is ${process.version}, and npm has none for this machine.\n` +
      'Install one from https://nodejs.org (or with your version manager: `nvm install 24`), then run this again.\n' +
      'Where npm leaves optional packages out (`omit=optional`), letting them in is enough on Linux.',
  )
}

for (const name of ['widget', 'editor']) {
  if (!buildIsFresh(root, name)) {
    step(`Building ${name === 'editor' ? 'the console' : 'the widget'}`, () =>
      npm('run', '--silent', 'build', '-w', `packages/${name}`),
    )
    rememberBuild(root, name)
  }
}

if (process.argv.includes('--test')) {
  run(node, [join('test', 'tools', 'provide-test-tools.ts')], 'inherit')
}

/** Runs npm with the Node that npm itself runs on: ours may be what it is about to replace. */
function npm(...args) {
  const script = process.env.npm_execpath
  if (script === undefined) run('npm', args)
  else run(process.env.npm_node_execpath ?? process.execPath, [script, ...args])
}

/** Runs a command to its end. When it fails, shows what it said on the way and ends with its exit code. */
function run(command, args, stdout = 'pipe') {
  const { status, error, stdout: said } = spawnSync(command, args, { stdio: ['ignore', stdout, 'inherit'] })
  if (error !== undefined) stop(`${command} could not be started: ${error.message}`)
  if (status === 0) return
  if (said !== null) process.stderr.write(said)
  process.exit(status ?? 1)
}

function step(what, work) {
  const startedAt = Date.now()
  work()
  console.log(`· ${what}, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
