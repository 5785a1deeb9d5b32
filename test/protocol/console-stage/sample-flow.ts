import { readFileSync } from 'node:fs'

/** The bytes of a flow that has no problems. */
export const SAMPLE_FLOW = readFileSync(
  new URL('../../../flows/export-factory/flow.json', import.meta.url),
  'utf8',
)

/** The sample flow with other values at its top level, as a file. */
export function changedFlow(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...JSON.parse(SAMPLE_FLOW), ...changes })
}
