import { canonicalFlow, type FlowDocument, parseFlow, readFlow } from '@shopbell/engine'
import type { FlowProblem } from '@shopbell/protocol'
import { shownProblems } from './flow-refused.ts'

export type FitDraft =
  | { readonly ok: true; readonly document: FlowDocument; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] }

/**
 * The value as a draft may be kept: of a flow document's shape and, written out as its export will be, not larger than a file may
 * be. It may have problems of meaning.
 */
export function fitDraft(value: unknown): FitDraft {
  const flow = readFlow(value)
  if (!flow.ok) return { ok: false, problems: shownProblems(flow.problems) }
  const text = canonicalFlow(flow.document)
  const kept = parseFlow(text)
  if (!kept.ok) return { ok: false, problems: shownProblems(kept.problems) }
  return { ok: true, document: kept.document, text }
}
