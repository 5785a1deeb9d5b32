// Runs the tests with the project's Node; arguments go to Vitest: npm test -- --project unit
import { fileURLToPath } from 'node:url'
import { versionSuffices } from './bootstrap/project-node.mjs'

if (versionSuffices(process.version)) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  process.argv.splice(2, 0, 'run')
  await import('../node_modules/vitest/vitest.mjs')
} else {
  console.error(
    `This is Node ${process.version}, too old for the tests. Run them through npm, which uses the right one: npm test`,
  )
  process.exitCode = 1
}
