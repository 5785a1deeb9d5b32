import { exportMachine } from '../conversation/export-machine.ts'
import { canonicalFlow } from '../document/canonical-flow.ts'
import { NO_EXTENSIONS, type ExtensionSet } from '../extension/extension-set.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { parseFlow } from '../document/parse-flow.ts'
import { exportMermaid } from './export-mermaid.ts'
import { exportScript } from './export-script.ts'
import { exportScxml } from './export-scxml.ts'
import { exportTypeScript } from './export-typescript.ts'

/** What a flow can be taken out as. */
export type ExportForm = 'document' | 'machine' | 'typescript' | 'scxml' | 'mermaid' | 'script'

/** A form, without the flow: how its file ends and what it is to a browser. */
interface Form {
  readonly ending: string
  readonly mediaType: string
  readonly write: (document: FlowDocument, extensions: ExtensionSet) => string
}

const FORMS: Readonly<Record<ExportForm, Form>> = {
  document: { ending: '.json', mediaType: 'application/json', write: canonicalFlow },
  machine: {
    ending: '.machine.json',
    mediaType: 'application/json',
    write: (document, extensions) => `${JSON.stringify(exportMachine(document, extensions), null, 2)}\n`,
  },
  typescript: { ending: '.machine.ts', mediaType: 'text/plain', write: exportTypeScript },
  scxml: { ending: '.scxml', mediaType: 'application/scxml+xml', write: exportScxml },
  mermaid: { ending: '.mmd', mediaType: 'text/plain', write: exportMermaid },
  script: { ending: '.txt', mediaType: 'text/plain', write: exportScript },
}

/** All forms that `exportFlow` writes. */
export const EXPORT_FORMS: readonly ExportForm[] = [
  'document',
  'machine',
  'typescript',
  'scxml',
  'mermaid',
  'script',
]

/** A flow as a file in UTF-8. */
export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly text: string
}

/** The flow as a file of one form; the same bytes for every order of the document's keys, wherever it is exported. */
export function exportFlow(
  document: FlowDocument,
  form: ExportForm,
  extensions: ExtensionSet = NO_EXTENSIONS,
): ExportedFile {
  const { ending, mediaType, write } = FORMS[form]
  const ordered = parseFlow(canonicalFlow(document))
  return {
    name: `${document.id}${ending}`,
    mediaType,
    text: write(ordered.ok ? ordered.document : document, extensions),
  }
}
