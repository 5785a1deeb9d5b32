import type { World } from '../flow/condition-holds.ts'
import { leaveItToPerson } from '../rules/leave-it-to-person.ts'
import type { Classification } from './classified.ts'
import type { Facts } from './facts.ts'
import { menuReplies } from './menu-replies.ts'
import type { Program } from './program.ts'
import type { Session } from './session.ts'

/** The menu gives its information at any time, as the list does: also while a person speaks (MNU-02). */
export function chosen(
  program: Program,
  session: Session,
  facts: Facts,
  world: World,
  replyTo?: number,
): Classification {
  const { chosen: entry } = facts
  if (!entry) return { rejected: { code: replyTo === undefined ? 'NOT_OFFERED' : 'NOT_HELD' } }
  if (entry.gives.does === 'person') return askedForPerson(session, entry.label, world)
  const content = { kind: 'text', text: entry.label } as const
  return {
    own: { author: 'buyer', content, ...(replyTo === undefined ? {} : { replyTo }) },
    replies: menuReplies(program, session, facts, entry),
    events: [{ type: 'menu.chosen', world }],
    refusals: [],
  }
}

/** Whoever wants a person gets one, unless one speaks already. */
export function askedForPerson(session: Session, text: string, world: World): Classification {
  const own = { author: 'buyer', content: { kind: 'text', text } } as const
  const leave = leaveItToPerson(session.handling)
  return leave
    ? { own, events: [], refusals: [leave] }
    : { own, events: [{ type: 'person.requested', world }], refusals: [] }
}
