import { parseFlow, type FlowDocument } from '@shopbell/engine'
import { readFileSync } from 'node:fs'

const FILE = new URL('../../../../../../../flows/export-factory/flow.json', import.meta.url)

/** The sample reception of an exporting factory, as it stands in the repository. */
export function sampleFlow(): FlowDocument {
  const parsed = parseFlow(readFileSync(FILE, 'utf8'))
  if (!parsed.ok) throw new Error('The sample flow does not parse.')
  return parsed.document
}
