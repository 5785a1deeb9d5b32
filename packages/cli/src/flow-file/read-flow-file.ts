import { MAX_DOCUMENT_BYTES, parseFlow, type FlowDocument } from '@shopbell/engine'
import type { Finding } from './finding.ts'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { readBounded } from './read-bounded.ts'

/** A flow file: its text for places and for the server, and its document unless it has problems that keep it from being one. */
export interface FlowFile {
  readonly path: string
  readonly source: string
  readonly document: FlowDocument | null
  readonly problems: readonly Finding[]
}

/** Reads and migrates a flow file. What is wrong inside it is a problem; a file that cannot be read at all is a `CommandFailure`. */
export async function readFlowFile(path: string): Promise<FlowFile> {
  const content = await readBounded(path, MAX_DOCUMENT_BYTES)
  switch (content.is) {
    case 'unreadable':
      throw new CommandFailure(EXIT.USAGE, `${path} cannot be read: ${content.reason}.`)
    case 'too large':
      return broken(
        path,
        'FILE_TOO_LARGE',
        `The file is larger than ${String(MAX_DOCUMENT_BYTES)} bytes; a flow has at most that.`,
      )
    case 'not text':
      return broken(path, 'NOT_JSON', 'The file is not UTF-8 text; save it as UTF-8.')
    case 'text': {
      const parsed = parseFlow(content.text)
      return parsed.ok
        ? { path, source: content.text, document: parsed.document, problems: [] }
        : { path, source: content.text, document: null, problems: parsed.problems }
    }
  }
}

function broken(path: string, code: string, message: string): FlowFile {
  return { path, source: '', document: null, problems: [{ code, severity: 'error', at: '', message }] }
}
