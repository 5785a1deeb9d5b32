import { writeSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** How a run ended, over all projects. */
interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A run that broke off, or found no test at all, must not look like success. */
const brokenOff: Tally = { passed: 0, failed: 1, skipped: 0 }

/** Counts tests; a file that failed outside its tests and an unhandled error count as one failure each. */
function tally(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Tally {
  if (modules.length === 0) return brokenOff
  let passed = 0
  let failed = unhandledErrors.length
  let skipped = 0
  for (const module of modules) {
    let failedHere = 0
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') passed += 1
      else if (state === 'skipped') skipped += 1
      else failedHere += 1
    }
    failed += failedHere === 0 && !module.ok() ? 1 : failedHere
  }
  return { passed, failed, skipped }
}

function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Prints `N passed, N failed` as the very last line of a run, for scripts and people who read only that. */
export default class ClosingLineReporter implements Reporter {
  #tally = brokenOff

  onInit(): void {
    // At exit, because the servers and databases of a run still say goodbye after the last test.
    process.once('exit', () => writeSync(1, `${closingLine(this.#tally)}\n`))
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    this.#tally = tally(modules, unhandledErrors)
  }
}
