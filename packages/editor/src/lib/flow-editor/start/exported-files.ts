import { canonicalFlow, exportMachine, parseFlow, type FlowDocument } from '@shopbell/engine'

/** A file to hand to the browser. */
export interface ExportedFile {
  readonly name: string
  readonly text: string
}

/** The flow as its document, in the bytes every export of it has. */
export function flowFile(document: FlowDocument): ExportedFile {
  return { name: `${document.id}.json`, text: canonicalFlow(document) }
}

/** The machine the flow compiles to, for developers: the bytes that `shopbell export --machine` prints. */
export function machineFile(document: FlowDocument): ExportedFile {
  const ordered = parseFlow(canonicalFlow(document))
  const machine = exportMachine(ordered.ok ? ordered.document : document)
  return { name: `${document.id}.machine.json`, text: `${JSON.stringify(machine, null, 2)}\n` }
}
