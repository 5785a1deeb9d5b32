import type { MessageContent } from '@shopbell/protocol'
import type { SettledReply } from './card-replies.ts'
import type { ClassifiedEvent } from './classified-event.ts'
import type { Refusal } from './refusal.ts'

/** What a raw event is, after the one ordered table: its own message, the machine's events in order, and reasons for silences. */
export interface Classified {
  /** The sender's own message; none for `enter`, timers and console actions. */
  readonly own?: {
    readonly author: 'buyer' | 'agent'
    readonly content: MessageContent
    readonly replyTo?: number
    /** The buyer only says thanks or goodbye (STS-09). */
    readonly closes?: true
  }
  /** What the message settings say to it, below the own message and before the flow goes on (CRD-12). */
  readonly replies?: readonly SettledReply[]
  readonly events: readonly ClassifiedEvent[]
  readonly refusals: readonly Refusal[]
}

export type Classification = Classified | { readonly rejected: Refusal }
