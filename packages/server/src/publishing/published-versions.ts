import { exportFlow, type ExportedFile, type ExportForm, parseFlow } from '@shopbell/engine'
import type { FlowVersionDetail, ListedVersion, OpaqueDocument } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import {
  type FlowVersionWithDocument,
  liveVersion,
  versionByNumber,
  versions,
} from '../store/flow-versions.ts'
import { conversationsBegun } from '../store/live-conversations.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Publishing } from './publishing.ts'
import { versionSummary } from './version-summary.ts'

type Needed = Pick<Publishing, 'database' | 'extensions'>

/** All published versions with the conversations that began with them, newest first (PUB-11). */
export async function listVersions({ database }: Needed, { storeId }: Actor): Promise<ListedVersion[]> {
  const { rows, begun } = await runAsStore(database, storeId, async (tx) => ({
    rows: await versions(tx, storeId),
    begun: await conversationsBegun(tx, storeId),
  }))
  return rows.map((row) => ({ ...versionSummary(row), begun: begun.get(row.version) ?? 0 }))
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

/** A version as a file: its document byte for byte as it was published (flow-format rule 10), or what it compiles to. */
export async function exportVersion(
  needed: Needed,
  actor: Actor,
  which: number | 'live',
  form: ExportForm,
): Promise<ExportedFile | null> {
  const row = await findVersion(needed, actor, which)
  if (row === null) return null
  const parsed = parseFlow(row.document)
  if (!parsed.ok) throw new Error(`Version ${String(row.version)} is no flow.`)
  const { name, mediaType, text } = exportFlow(parsed.document, form, needed.extensions)
  const ending = name.slice(parsed.document.id.length)
  return {
    name: `flow-v${String(row.version)}${ending}`,
    mediaType,
    text: form === 'document' ? row.document : text,
  }
}

/** A published version by its number, or the live one. */
export function findVersion(
  { database }: Needed,
  { storeId }: Actor,
  which: number | 'live',
): Promise<FlowVersionWithDocument | null> {
  return runAsStore(database, storeId, (tx) =>
    which === 'live' ? liveVersion(tx, storeId) : versionByNumber(tx, storeId, which),
  )
}
