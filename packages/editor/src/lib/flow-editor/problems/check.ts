import {
  changedBlocks,
  countChanges,
  diffFlows,
  validateFlow,
  type FlowDocument,
  type Problem,
  type Profile,
} from '@shopbell/engine'

/** What is asked of the worker: a document to check, and what it is compared with. */
export interface CheckRequest {
  readonly id: number
  readonly document: FlowDocument
  readonly profile: Profile
  readonly live: FlowDocument | null
}

/** All that follows from a document and takes longer than a frame. */
export interface CheckResult {
  readonly id: number
  readonly problems: readonly Problem[]
  /** How many places differ from the live version, and which blocks. */
  readonly changes: number
  readonly changed: readonly string[]
}

export function checkFlow({ id, document, profile, live }: CheckRequest): CheckResult {
  const diff = live && diffFlows(live, document)
  return {
    id,
    problems: validateFlow(document, profile),
    changes: diff ? countChanges(diff) : 0,
    changed: diff ? [...changedBlocks(diff)] : [],
  }
}
