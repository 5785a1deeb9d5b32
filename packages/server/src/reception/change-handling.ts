import type { ReceptionEvent } from '@shopbell/engine'
import type { Handling } from '@shopbell/protocol'
import type { Agent } from './agent.ts'
import type { Desk } from './desk.ts'
import { findConversation } from './find-conversation.ts'
import { post } from './post.ts'
import type { Circumstances } from './record-step.ts'
import { isRefused, type Refused } from './refused.ts'
import { takeStep } from './take-step.ts'

export interface HandlingChange {
  readonly agent: Agent
  /** `take` assigns it to the agent, `return` gives it back to the robot, `close` ends the session. */
  readonly action: 'take' | 'return' | 'close'
}

/** Changes who speaks for the store (STA-02). What already is as asked is no error. */
export async function changeHandling(
  desk: Desk,
  storeId: number,
  publicId: string,
  { agent, action }: HandlingChange,
): Promise<{ readonly handling: Handling } | Refused> {
  const conversation = await findConversation(desk, storeId, publicId)
  if (conversation === null) return { refused: 'NOT_FOUND' }
  const { event, circumstances } = meaningOf(action, agent)
  const outcome = await post(conversation, () => takeStep(desk, conversation, event, circumstances))
  if (isRefused(outcome)) return outcome
  if ('repeated' in outcome) throw new Error('A change of handling has no id that could come again.')
  return { handling: 'taken' in outcome ? outcome.taken.handling : outcome.row.handling }
}

function meaningOf(
  action: HandlingChange['action'],
  { accountId, name }: Agent,
): { readonly event: (at: number) => ReceptionEvent; readonly circumstances: Circumstances } {
  switch (action) {
    case 'take':
      return {
        event: (at) => ({ type: 'agent.assigned', at, agent: name }),
        circumstances: { assigneeId: accountId },
      }
    case 'return':
      return {
        event: (at) => ({ type: 'agent.returned', at, agent: name }),
        circumstances: { assigneeId: null },
      }
    case 'close':
      return { event: (at) => ({ type: 'closed', at, by: name }), circumstances: {} }
  }
}
