import type { Silence } from '@shopbell/protocol'
import type { ConversationKey } from '../store/conversations.ts'
import type { Tx } from '../store/database.ts'
import type { StoredMessage } from '../store/messages.ts'
import { silentStepsOf, type SilentStep } from '../store/silences.ts'

/** Most reasons of one answer: some for each of its messages. */
const LIMIT = 200

/** What the sender said is a message of its own; opening the chat, timers and console actions are not. */
const UNSAID: ReadonlySet<SilentStep['event']> = new Set([
  'buyer.entered',
  'agent.assigned',
  'agent.returned',
  'closed',
  'timer.fired',
])

/** Why the robot was silent among these messages, which come before seq `before`, or are the last ones (WEL-13). */
export async function readSilences(
  tx: Tx,
  key: ConversationKey,
  messages: readonly StoredMessage[],
  before: number | null,
): Promise<Silence[]> {
  const [first] = messages
  const isBeginning = first === undefined || first.seq === 1
  const steps = await silentStepsOf(tx, key, { since: isBeginning ? 0 : first.at, before }, LIMIT)
  const silences = steps.flatMap(silencesOf)
  return silences.filter(
    ({ after }) => (isBeginning || after >= first.seq) && (before === null || after < before),
  )
}

function silencesOf({ at, head, event, refusals }: SilentStep): readonly Silence[] {
  const after = UNSAID.has(event) ? head : head + 1
  return refusals.map(({ code, because }) => ({
    after,
    at,
    code,
    ...(because === undefined ? {} : { because }),
  }))
}
