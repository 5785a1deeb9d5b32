import { readdirSync, readFileSync } from 'node:fs'
import type { FlowDocument } from '../document/flow-document.ts'
import { parseFlow } from '../document/parse-flow.ts'

const FLOWS = new URL('../../../../flows/', import.meta.url)

export interface SampleFlow {
  readonly name: string
  readonly source: string
  readonly document: FlowDocument
}

/** The flows that are shipped as samples, each as it is written and as it is read. */
export function sampleFlows(): readonly SampleFlow[] {
  return readdirSync(FLOWS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const source = readFileSync(new URL(`${name}/flow.json`, FLOWS), 'utf8')
      const parsed = parseFlow(source)
      if (!parsed.ok) throw new Error(`${name}: ${parsed.problems.map(({ message }) => message).join(' ')}`)
      return { name, source, document: parsed.document }
    })
}
