import { diffFlows } from '@shopbell/engine'
import type { VersionsDiff } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { findVersion } from './published-versions.ts'
import type { Publishing } from './publishing.ts'
import { storedDocument } from './stored-document.ts'
import { versionSummary } from './version-summary.ts'

/** What changes from one published version to another (PUB-11); null where the store has not both. */
export async function diffVersions(
  needed: Pick<Publishing, 'database'>,
  actor: Actor,
  [a, b]: readonly [number | 'live', number | 'live'],
): Promise<VersionsDiff | null> {
  const from = await findVersion(needed, actor, a)
  const to = await findVersion(needed, actor, b)
  if (from === null || to === null) return null
  return {
    from: versionSummary(from),
    to: versionSummary(to),
    diff: diffFlows(storedDocument(from.document), storedDocument(to.document)),
  }
}
