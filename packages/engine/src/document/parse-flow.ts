import { utf8ToBytes } from '@noble/hashes/utils.js'
import { Compile } from 'typebox/compile'
import { problem, type Problem } from '../flow/problem.ts'
import { FLOW_FORMAT, FlowDocument, MAX_DOCUMENT_BYTES } from './flow-document.ts'
import { readJson } from './json-text.ts'
import { shapeProblems } from './shape-problems.ts'

const Document = Compile(FlowDocument)

/** A flow of the right shape, or all that is wrong with its shape. */
export type ParsedFlow =
  | { readonly ok: true; readonly document: FlowDocument }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a flow file: size, JSON, format, shape. Never throws; all shape problems come at once. The result may still have problems
 * of meaning: those are `validateFlow`'s. When format 2 comes, older documents are migrated here (flow-format rule 8).
 */
export function parseFlow(source: string): ParsedFlow {
  if (source.length > MAX_DOCUMENT_BYTES || utf8ToBytes(source).length > MAX_DOCUMENT_BYTES) {
    return failed(
      problem(
        'FILE_TOO_LARGE',
        '',
        `A flow file has at most ${MAX_DOCUMENT_BYTES} bytes; this one has more.`,
      ),
    )
  }
  const json = readJson(source.startsWith('\uFEFF') ? source.slice(1) : source)
  if (!json.ok) {
    const { line, column } = json.place
    return failed(problem('NOT_JSON', '', `Line ${line}, column ${column}: ${json.why}.`))
  }
  return readFlow(json.value)
}

/** The same for a value that has been parsed already. */
export function readFlow(value: unknown): ParsedFlow {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (typeof format === 'number' && format > FLOW_FORMAT) {
    const message = `This is format ${format}; this Shopbell reads format ${FLOW_FORMAT}. Update it, or export from an older one.`
    return failed(problem('FORMAT_NEWER', '/format', message))
  }
  if (format !== FLOW_FORMAT) {
    return failed(
      problem(
        'FORMAT_UNKNOWN',
        '/format',
        `A flow document says "format": ${FLOW_FORMAT}; this one does not.`,
      ),
    )
  }
  const problems = shapeProblems(value)
  if (problems.length > 0 || !Document.Check(value)) {
    return {
      ok: false,
      problems: problems.length > 0 ? problems : [problem('SHAPE', '', 'This is not a flow document.')],
    }
  }
  return { ok: true, document: value }
}

function failed(found: Problem): ParsedFlow {
  return { ok: false, problems: [found] }
}
