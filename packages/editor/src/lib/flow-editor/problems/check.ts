import {
  changedBlocks,
  countChanges,
  describedSet,
  diffFlows,
  NO_EXTENSIONS,
  validateFlow,
  type FlowDocument,
  type Problem,
  type Profile,
} from '@shopbell/engine'
import type { ExtensionDescription } from '@shopbell/protocol'

/** A document to check, and the one it is compared with. */
export interface CheckSubject {
  readonly document: FlowDocument
  readonly live: FlowDocument | null
}

/** What is asked of the worker. The parts that typing leaves alone are large, and are not copied again: they are the `'same'`. */
export interface CheckRequest {
  readonly id: number
  readonly profile: Profile
  readonly rest: Omit<FlowDocument, 'blocks' | 'layout'>
  readonly blocks: FlowDocument['blocks'] | 'same'
  readonly layout: FlowDocument['layout'] | 'same'
  readonly live: FlowDocument | null | 'same'
  /** Those of the server; left out: none, or the same. */
  readonly extensions?: readonly ExtensionDescription[]
}

/** All that follows from a document and takes longer than a frame. */
export interface CheckResult {
  readonly id: number
  readonly problems: readonly Problem[]
  /** How many places differ from the live version, and which blocks. */
  readonly changes: number
  readonly changed: readonly string[]
}

/** The request for a subject, to a worker that was asked about `before`. */
export function askCheck(
  id: number,
  profile: Profile,
  { document, live }: CheckSubject,
  before: CheckSubject | null,
): CheckRequest {
  const { blocks, layout, ...rest } = document
  return {
    id,
    profile,
    rest,
    blocks: blocks === before?.document.blocks ? 'same' : blocks,
    layout: layout === before?.document.layout ? 'same' : layout,
    live: before && live === before.live ? 'same' : live,
  }
}

/** The worker's side: answers requests, and remembers what the next may not repeat. */
export function startChecking(): (request: CheckRequest) => CheckResult {
  let blocks: FlowDocument['blocks'] = {}
  let layout: FlowDocument['layout'] = {}
  let live: FlowDocument | null = null
  let extensions = NO_EXTENSIONS
  return (request) => {
    if (request.blocks !== 'same') ({ blocks } = request)
    if (request.layout !== 'same') ({ layout } = request)
    if (request.extensions) extensions = describedSet(request.extensions)
    if (request.live !== 'same') ({ live } = request)
    const document = { ...request.rest, blocks, layout }
    const diff = live && diffFlows(live, document)
    return {
      id: request.id,
      problems: validateFlow(document, request.profile, extensions),
      changes: diff ? countChanges(diff) : 0,
      changed: diff ? [...changedBlocks(diff)] : [],
    }
  }
}
