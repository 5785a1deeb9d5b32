import {
  canonicalFlow,
  isEnabled,
  NO_EXTENSIONS,
  parseFlow,
  validateFlow,
  type ExtensionSet,
  type FlowDocument,
  type Problem,
  type Profile,
} from '@shopbell/engine'

/** What a flow consists of, in the numbers a seller counts in. */
export interface FlowCounts {
  readonly blocks: number
  readonly questions: number
  readonly questionsOn: number
  readonly smartQuestions: number
  readonly texts: number
  readonly locales: readonly string[]
}

/** What a file would make, found before anything changes. */
export type ImportReport =
  | {
      readonly ok: true
      readonly document: FlowDocument
      readonly counts: FlowCounts
      readonly problems: readonly Problem[]
      /** The draft says the very same. */
      readonly isSame: boolean
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a flow file as the server would, with the same functions, and changes nothing. */
export function importReport(
  source: string,
  profile: Profile,
  draft: FlowDocument | null,
  extensions: ExtensionSet = NO_EXTENSIONS,
): ImportReport {
  const flow = parseFlow(source)
  if (!flow.ok) return flow
  const { document } = flow
  return {
    ok: true,
    document,
    counts: countFlow(document),
    problems: validateFlow(document, profile, extensions),
    isSame: draft !== null && canonicalFlow(document) === canonicalFlow(draft),
  }
}

export function countFlow({ blocks, texts }: FlowDocument): FlowCounts {
  const all = Object.values(blocks)
  const questions = all.flatMap((block) => ('questions' in block ? block.questions : []))
  return {
    blocks: all.length,
    questions: questions.length,
    questionsOn: questions.filter(({ enabled }) => enabled).length,
    smartQuestions: all.filter((block) => 'variable' in block && isEnabled(block)).length,
    texts: Object.values(texts).reduce((sum, byKey) => sum + Object.keys(byKey).length, 0),
    locales: Object.keys(texts),
  }
}
