import type { AgentStatus, TeamMember } from '@shopbell/protocol'
import type { Presence } from '../reception/presence.ts'
import { teamOf } from '../store/agent-attendance.ts'
import type { Database } from '../store/database.ts'
import { runAsStore } from '../store/run-as.ts'

/** A person of the store with the key that only the server knows. */
export interface Colleague extends TeamMember {
  readonly accountId: number
}

export interface TeamParts {
  readonly database: Database
  readonly presence: Pick<Presence, 'isHere'>
}

/** Everybody of the store who may be given conversations, by name, with what they are doing now (ACT-04). */
export async function readTeam(
  { database, presence }: TeamParts,
  storeId: number,
): Promise<readonly Colleague[]> {
  const rows = await runAsStore(database, storeId, (tx) => teamOf(tx, storeId))
  return rows.map(({ accountId, publicId, name, busy }) => ({
    accountId,
    id: publicId,
    name,
    status: statusOf(presence.isHere(storeId, accountId), busy),
  }))
}

/** `busy` stays while somebody is away, and shows again when they are back. */
function statusOf(isHere: boolean, busy: boolean): AgentStatus {
  if (!isHere) return 'offline'
  return busy ? 'busy' : 'online'
}
