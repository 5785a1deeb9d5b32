import type { FlowVersionDetail, FlowVersionSummary, OpaqueDocument } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import {
  type FlowVersionWithDocument,
  liveVersion,
  versionByNumber,
  versions,
} from '../store/flow-versions.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Publishing } from './publishing.ts'
import { versionSummary } from './version-summary.ts'

type Needed = Pick<Publishing, 'database'>

/** All published versions, newest first (PUB-11). */
export async function listVersions({ database }: Needed, { storeId }: Actor): Promise<FlowVersionSummary[]> {
  const rows = await runAsStore(database, storeId, (tx) => versions(tx, storeId))
  return rows.map(versionSummary)
}

/** One version with its document; null where the store has none of this number, or nothing live. */
export async function showVersion(
  needed: Needed,
  actor: Actor,
  which: number | 'live',
): Promise<FlowVersionDetail | null> {
  const row = await findVersion(needed, actor, which)
  if (row === null) return null
  const document: OpaqueDocument = JSON.parse(row.document)
  return { summary: versionSummary(row), document }
}

/** A version as a file, byte for byte as it was published (flow-format rule 10). */
export async function exportVersion(
  needed: Needed,
  actor: Actor,
  which: number | 'live',
): Promise<{ readonly name: string; readonly text: string } | null> {
  const row = await findVersion(needed, actor, which)
  return row === null ? null : { name: `flow-v${String(row.version)}.json`, text: row.document }
}

function findVersion(
  { database }: Needed,
  { storeId }: Actor,
  which: number | 'live',
): Promise<FlowVersionWithDocument | null> {
  return runAsStore(database, storeId, (tx) =>
    which === 'live' ? liveVersion(tx, storeId) : versionByNumber(tx, storeId, which),
  )
}
