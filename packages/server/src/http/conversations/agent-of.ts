import type { Actor } from '../../accounts/actor.ts'
import type { Agent } from '../../reception/reception.ts'

/** The acting account as the person who speaks in a conversation. */
export function agentOf({ accountId, publicId, name }: Actor): Agent {
  return { accountId, publicId, name }
}
