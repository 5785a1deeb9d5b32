import type { Down } from '@shopbell/protocol'
import type { Wake } from '../bus/bus.ts'
import { showMessages } from './announce.ts'
import type { Desk } from './desk.ts'
import { messagesAfter } from './say-hello.ts'

/** Passes on to this process' sockets what others did: agents who type and read, people who come and go, steps of other nodes. */
export function hearWakes(desk: Desk): void {
  desk.bus.subscribe((wake) => {
    switch (wake.type) {
      case 'conversation':
        return hearStep(desk, wake)
      case 'typing':
        return wake.by === 'agent' ? tell(desk, wake, { type: 'typing' }) : undefined
      case 'read':
        return tell(desk, wake, { type: 'read', by: wake.by, seq: wake.seq })
      case 'presence':
        return tellStore(desk, wake.storeId, { type: 'presence', people: wake.people })
      case 'flow':
        return desk.stores.forget(wake.storeId)
      case 'signed_out':
        return undefined
    }
  })
}

/** A step of this process was shown when it was committed; one of another node makes what we remember old. */
function hearStep(desk: Desk, { conversationId, head }: Wake & { type: 'conversation' }): void {
  const conversation = desk.conversations.known(conversationId)
  if (conversation?.row == null || conversation.row.head >= head) return
  const seen = conversation.row.head
  conversation.row = null
  messagesAfter(desk, conversation.key, seen).then(
    (messages) => {
      showMessages(desk, conversation, messages)
    },
    (error: unknown) => {
      desk.log.warn({ err: error }, 'a step of another node could not be read')
    },
  )
}

function tell(desk: Desk, { conversationId }: Wake & { conversationId: number }, frame: Down): void {
  const conversation = desk.conversations.known(conversationId)
  for (const visitor of conversation?.visitors ?? []) visitor.say([frame])
}

function tellStore(desk: Desk, storeId: number, frame: Down): void {
  for (const { key, visitors } of desk.conversations.all()) {
    if (key.storeId === storeId) for (const visitor of visitors) visitor.say([frame])
  }
}
