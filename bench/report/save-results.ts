import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Machine } from './describe-machine.ts'
import type { Finding } from './finding.ts'

const FOLDER = fileURLToPath(new URL('../results/', import.meta.url))

/** Everything of one run, as JSON. */
export interface Results {
  readonly startedAt: string
  readonly command: string
  readonly machine: Machine
  readonly findings: Readonly<Record<string, Finding>>
}

/** Writes `bench/results/<instant>.json` (not kept by git) and the tables beside it; returns the first's path. */
export function saveResults(results: Results, markdown: string): string {
  mkdirSync(FOLDER, { recursive: true })
  const path = `${FOLDER}${results.startedAt.replaceAll(':', '-')}`
  writeFileSync(`${path}.json`, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(`${path}.md`, `${markdown}\n`)
  return `${path}.json`
}
