import type { Down } from '@shopbell/protocol'
import type { Wake } from '../bus/bus.ts'
import { catchUp } from './announce.ts'
import type { Desk } from './desk.ts'
import { type HotConversation, noteRevision } from './hot-conversations.ts'
import { createRecentMap } from './recent-map.ts'
import { menuTeller } from './tell-menu.ts'
import { currentRow } from './take-step.ts'
import { tellStore } from './tell-store.ts'

/**
 * Passes on to this process' sockets what others did: agents who type and read, people who come and go, steps of other nodes. What comes
 * back looks at a store whose wake may have been lost: whatever of it is remembered is read again, and open chats are told what is new.
 */
export function hearWakes(desk: Desk): (storeId: number) => void {
  const tellMenu = menuTeller(desk)
  const toldPeople = createRecentMap<number, number>(MAX_STORES)
  desk.bus.subscribe((wake) => {
    switch (wake.type) {
      case 'conversation':
        return hearStep(desk, wake)
      case 'typing':
        return wake.by === 'agent' ? tell(desk, wake, { type: 'typing' }) : undefined
      case 'read':
        return tell(desk, wake, { type: 'read', by: wake.by, seq: wake.seq })
      case 'judged':
        return tell(desk, wake, { type: 'judged', message: wake.seq, solved: wake.solved })
      case 'flow':
        desk.stores.forget(wake.storeId)
        return tellMenu(wake.storeId)
      case 'store':
        return lookAtStore(wake.storeId)
      case 'erased':
        return endVisits(desk.conversations.known(wake.conversationId))
      case 'missed':
        desk.openings.look()
        return lookEverywhere(desk)
      case 'draft':
      case 'signed_out':
      case 'attending':
      case 'webhooks':
        return undefined
      // The desk's presence hears it, too, and says when somebody came or went.
      case 'presence':
        return desk.stores.forgetBusy(wake.storeId)
    }
  })
  desk.presence.onChange(tellPeople)
  return lookAtStore

  function lookAtStore(storeId: number): void {
    desk.stores.forget(storeId)
    desk.openings.look(storeId)
    tellMenu(storeId)
  }

  /** Buyers hear it when the number changes. */
  function tellPeople(storeId: number): void {
    const people = desk.presence.people(storeId)
    if (toldPeople.get(storeId) === people) return
    toldPeople.set(storeId, people)
    tellStore(desk.conversations, storeId, { type: 'presence', people })
  }
}

const MAX_STORES = 10_000

/** A step of this process was shown when it was committed; one of another node makes what we remember old. */
function hearStep(desk: Desk, { conversationId, revision, head }: Wake & { type: 'conversation' }): void {
  const conversation = desk.conversations.known(conversationId)
  if (conversation === undefined) return
  noteRevision(conversation, revision, head)
  bringUpToDate(desk, conversation)
}

function bringUpToDate(desk: Desk, { visitors, head }: HotConversation): void {
  for (const visitor of visitors) if (!visitor.hearOf(head)) void catchUp(desk, visitor)
}

/** Whatever is remembered may be old. Conversations that nobody looks at are read again when somebody asks for them. */
function lookEverywhere(desk: Desk): void {
  for (const conversation of desk.conversations.all()) {
    conversation.row = null
    if (conversation.visitors.size === 0) continue
    currentRow(desk, conversation).then(
      (row) => {
        if (row === null) endVisits(conversation)
        else bringUpToDate(desk, conversation)
      },
      (error: unknown) => {
        desk.log.warn({ err: error }, 'a conversation could not be read again')
      },
    )
  }
}

/** The buyer was erased: whoever still looks is sent away with a token that is known no more, and begins anew. */
function endVisits(conversation: HotConversation | undefined): void {
  if (conversation === undefined) return
  conversation.row = null
  for (const visitor of conversation.visitors) visitor.end()
}

function tell(desk: Desk, { conversationId }: Wake & { conversationId: number }, frame: Down): void {
  const conversation = desk.conversations.known(conversationId)
  for (const visitor of conversation?.visitors ?? []) visitor.say([frame])
}
