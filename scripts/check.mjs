// Everything that can be judged without running Shopbell: format, lint, types, dead code, architecture.
// Runs all of it, prints one line each, then what the failed ones had to say.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { projectNode } from './bootstrap/project-node.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const node = projectNode(root)
if (node === null) throw new Error('No Node new enough was found here. Run: node scripts/bootstrap.mjs')

const checks = [
  ['format', node, 'node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level=warn', '.'],
  ['lint', node, 'node_modules/eslint/bin/eslint.js', '.'],
  ['types', node, 'node_modules/typescript/bin/tsc', '-b'],
  ['types of the console', 'npm', 'run', '--silent', 'types', '-w', 'packages/editor'],
  ['dead code', node, 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['architecture', node, 'scripts/test.mjs', '--project', 'architecture', '--reporter', 'dot'],
]

const failures = checks
  .map(([name, command, ...args]) => check(name, command, args))
  .filter((it) => it !== null)
for (const { name, output } of failures) console.error(`\n── ${name} ──\n${output}`)
process.exitCode = failures.length === 0 ? 0 : 1

/** Runs one check; null when it holds. */
function check(name, command, args) {
  const startedAt = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name}, ${seconds} s`)
  return status === 0 ? null : { name, output: error?.message ?? `${stdout}${stderr}`.trim() }
}
