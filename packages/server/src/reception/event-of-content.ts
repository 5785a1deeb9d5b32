import type { ReceptionEvent } from '@shopbell/engine'
import type { SentContent } from '@shopbell/protocol'
import type { Refused } from './refused.ts'

/** The event that a buyer's message is, still without its instant. */
export type BuyerEvent = (at: number) => ReceptionEvent

/** Reads a message's content as what happened; refuses what this server does not offer yet. */
export function eventOfContent(content: SentContent): BuyerEvent | Refused {
  switch (content.kind) {
    case 'text':
      return (at) => ({ type: 'buyer.said', at, text: content.text })
    case 'choice':
      return (at) => ({ type: 'buyer.tapped', at, message: content.message, option: content.option })
    case 'answer':
      return (at) => ({ type: 'buyer.answered', at, message: content.message, value: content.value })
    case 'product':
    case 'order':
      return (at) => ({ type: 'buyer.sent', at, card: content.kind, ref: content.ref })
    case 'menu':
      return (at) => ({ type: 'buyer.chose', at, item: content.item })
    case 'contact': {
      const { kind: _, ...details } = content
      return (at) => ({ type: 'buyer.left_contact', at, ...details })
    }
    case 'file':
      return { refused: 'NOT_OFFERED' }
  }
}
