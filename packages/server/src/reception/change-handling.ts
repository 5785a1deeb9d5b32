import type { ReceptionEvent } from '@shopbell/engine'
import type { Handling, HandlingBody, Holder } from '@shopbell/protocol'
import { accountById, accountByPublicId } from '../store/accounts.ts'
import type { ConversationRow } from '../store/conversations.ts'
import { runAsStore } from '../store/run-as.ts'
import type { Agent } from './agent.ts'
import type { Desk } from './desk.ts'
import { laneOfRequest, notedAt, wasDone } from './asked-once.ts'
import { findConversation } from './find-conversation.ts'
import { isHeld } from './is-held.ts'
import { post } from './post.ts'
import type { Circumstances } from './record-step.ts'
import { isRefused, type Refused } from './refused.ts'
import { takeStep } from './take-step.ts'

/** What a person wants to be done with a conversation, and who it is. */
export type HandlingChange = HandlingBody & {
  readonly agent: Agent
  /** The `Idempotency-Key` of the request: what was done under it is not done again. */
  readonly key?: string | undefined
}

/** Nothing was changed; with `TAKEN`, because somebody else has the conversation. */
export interface HandlingRefused extends Refused {
  readonly holder?: Holder
}

/** Whom the asker, or the colleague it is given to, is; and whom it was seen with, where that matters. */
interface Wish {
  readonly event: (at: number) => ReceptionEvent
  readonly circumstances: Circumstances
  /** Accounts that may have it now without being disturbed; null: whoever has it. */
  readonly mayHaveIt: ReadonlySet<number> | null
}

/**
 * Changes who speaks for the store (STA-02). What already is as asked is no error. Of two who take a conversation at once that they
 * saw with nobody, one gets it and the other is told by whom it is held: the last look at the row is the commit's.
 */
export async function changeHandling(
  desk: Desk,
  storeId: number,
  publicId: string,
  change: HandlingChange,
): Promise<{ readonly handling: Handling } | HandlingRefused> {
  const conversation = await findConversation(desk, storeId, publicId)
  if (conversation === null) return { refused: 'NOT_FOUND' }
  const wish = await meaningOf(desk, storeId, change)
  if (isRefused(wish)) return wish
  const { event, circumstances, mayHaveIt } = wish
  const { agent, key } = change
  const lane = key === undefined ? null : laneOfRequest(agent.accountId, key)
  let holderId: number | null = null
  let doneBefore: Handling | null = null
  const outcome = await post(conversation, () =>
    takeStep(
      desk,
      conversation,
      (at, row) => {
        doneBefore = lane !== null && wasDone(row.lanes, lane, at) ? row.handling : null
        holderId = mayHaveIt === null ? null : heldByOther(row, mayHaveIt)
        return holderId === null && doneBefore === null ? event(at) : { refused: 'TAKEN' }
      },
      lane === null ? circumstances : { ...circumstances, requestId: notedAt(lane, desk.clock.now()) },
    ),
  )
  if (doneBefore !== null) return { handling: doneBefore }
  if (isRefused(outcome)) return holderId === null ? outcome : withHolder(desk, storeId, holderId, outcome)
  if ('repeated' in outcome) throw new Error('A change of handling has no id that could come again.')
  return { handling: 'taken' in outcome ? outcome.taken.handling : outcome.row.handling }
}

async function meaningOf(desk: Desk, storeId: number, change: HandlingChange): Promise<Wish | Refused> {
  const { agent, action } = change
  switch (action) {
    case 'take':
      return assigning(desk, storeId, agent, change)
    case 'assign': {
      const to = await findAccount(desk, storeId, change.to)
      if (to?.disabledAt !== null) return { refused: 'NOT_FOUND' }
      return assigning(desk, storeId, { ...to, accountId: to.id }, change)
    }
    case 'return':
      return {
        event: (at) => ({ type: 'agent.returned', at, agent: agent.name }),
        circumstances: { assigneeId: null },
        mayHaveIt: null,
      }
    case 'close':
      return {
        event: (at) => ({ type: 'closed', at, by: agent.name }),
        circumstances: {},
        mayHaveIt: null,
      }
  }
}

async function assigning(
  desk: Desk,
  storeId: number,
  { accountId, name }: Agent,
  { agent, from }: Extract<HandlingChange, { action: 'take' | 'assign' }>,
): Promise<Wish> {
  const seenWith = typeof from === 'string' ? await findAccount(desk, storeId, from) : null
  return {
    event: (at) => ({ type: 'agent.assigned', at, agent: name }),
    circumstances: { assigneeId: accountId },
    mayHaveIt:
      from === undefined ? null : new Set([accountId, agent.accountId, ...(seenWith ? [seenWith.id] : [])]),
  }
}

function heldByOther(row: ConversationRow, mayHaveIt: ReadonlySet<number>): number | null {
  return isHeld(row) && !mayHaveIt.has(row.assigneeId) ? row.assigneeId : null
}

function findAccount({ database }: Desk, storeId: number, publicId: string) {
  return runAsStore(database, storeId, (tx) => accountByPublicId(tx, storeId, publicId))
}

async function withHolder(
  { database }: Desk,
  storeId: number,
  holderId: number,
  refusal: Refused,
): Promise<HandlingRefused> {
  const holder = await runAsStore(database, storeId, (tx) => accountById(tx, storeId, holderId))
  return { ...refusal, ...(holder !== null && { holder: { id: holder.publicId, name: holder.name } }) }
}
