import { behaviourHash, canonicalFlow, compileFlow, type FlowDocument } from '@shopbell/engine'
import type { NewFlowVersion } from '../store/flow-versions.ts'

/** A flow as it is published. */
export function newVersion(
  flow: FlowDocument,
  by: Pick<NewFlowVersion, 'note' | 'publishedBy' | 'publishedAt'>,
): NewFlowVersion {
  return {
    document: canonicalFlow(flow),
    hash: behaviourHash(flow),
    listVersion: compileFlow(flow).list?.version ?? null,
    ...by,
  }
}
