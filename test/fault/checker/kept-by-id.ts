import type { KeptConversation, KeptMessage, Snapshot } from './snapshot.ts'

export interface KeptPlace {
  readonly conversation: KeptConversation
  readonly message: KeptMessage
}

/** Every place at which a client id is stored; one id is one message, so more than one place is too many. */
export function keptById({ conversations }: Snapshot): ReadonlyMap<string, readonly KeptPlace[]> {
  const places = new Map<string, KeptPlace[]>()
  for (const conversation of conversations) {
    for (const message of conversation.messages) {
      if (message.clientId === null) continue
      const known = places.get(message.clientId)
      if (known === undefined) places.set(message.clientId, [{ conversation, message }])
      else known.push({ conversation, message })
    }
  }
  return places
}
