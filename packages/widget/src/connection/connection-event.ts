import type { Down, Enter, Judge, Look, SentContent } from '@shopbell/protocol'
import type { KeptEntry } from './outbox.ts'
import type { TimerName } from './connection-effect.ts'

/** Everything that can happen to a connection. `keptToken` is what the browser's storage holds at that moment. */
export type ConnectionEvent =
  /** The page has begun: what earlier pages left, the token the buyer has and how far it had read. */
  | {
      readonly type: 'began'
      readonly kept: readonly KeptEntry[]
      readonly token: string | null
      readonly readTo: number
    }
  | { readonly type: 'wanted' }
  | { readonly type: 'opened'; readonly keptToken: string | null }
  | { readonly type: 'framed'; readonly frame: Down; readonly keptToken: string | null }
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }
  | { readonly type: 'woke'; readonly timer: TimerName }
  /** The network came back, or the page was shown again after a sleep. */
  | { readonly type: 'networkReturned' }
  /** Another tab got a token of its own or forgot ours. */
  | { readonly type: 'tokenChanged'; readonly keptToken: string | null }
  | { readonly type: 'entered'; readonly enter: Enter }
  | { readonly type: 'left' }
  | { readonly type: 'looked'; readonly look: Look }
  | { readonly type: 'sent'; readonly content: SentContent; readonly shown: string; readonly at: number }
  /** The buyer said whether an automatic answer solved it. */
  | { readonly type: 'judged'; readonly judge: Judge }
  | { readonly type: 'retried'; readonly id: string }
  | { readonly type: 'discarded'; readonly id: string }
  | { readonly type: 'seen'; readonly seq: number }
  | { readonly type: 'typed' }
