import type { Agent } from './agent.ts'
import type { Desk } from './desk.ts'
import { findConversation } from './find-conversation.ts'
import { post } from './post.ts'
import { seqOf } from './receive-message.ts'
import { isRefused, type Refused } from './refused.ts'
import { takeStep } from './take-step.ts'

/** What a person writes, or a program in their name (CNT-08). */
export interface AgentReply {
  readonly agent: Agent
  readonly id: string
  readonly text: string
  /** The robot drafted it, and the person approved it. */
  readonly assisted?: true
}

/**
 * A person's words to the buyer; the robot is silent from then on (STA-02). The conversation is theirs unless a colleague has it.
 * Repeating `id` answers the same seq.
 */
export async function replyAsAgent(
  desk: Desk,
  storeId: number,
  publicId: string,
  { agent, id, text, assisted }: AgentReply,
): Promise<{ readonly seq: number } | Refused> {
  const conversation = await findConversation(desk, storeId, publicId)
  if (conversation === null) return { refused: 'NOT_FOUND' }
  const outcome = await post(conversation, () =>
    takeStep(desk, conversation, (at) => ({ type: 'agent.replied', at, agent: agent.name, text }), {
      clientId: id,
      claimedBy: agent.accountId,
      agentId: agent.accountId,
      ...(assisted === undefined ? {} : { assisted }),
    }),
  )
  if (isRefused(outcome)) return outcome
  if ('rejected' in outcome) return { refused: 'NOT_OFFERED' }
  return { seq: seqOf(outcome) }
}
