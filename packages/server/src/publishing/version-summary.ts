import type { FlowVersionSummary } from '@shopbell/protocol'
import type { FlowVersionRow } from '../store/flow-versions.ts'

/** A published version as clients get it. */
export function versionSummary(row: FlowVersionRow): FlowVersionSummary {
  const { version, hash, publishedAt, publishedBy, note, live } = row
  return { version, hash, publishedAt, publishedBy, note, live }
}
