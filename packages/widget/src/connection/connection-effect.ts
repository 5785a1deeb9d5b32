import type { Up } from '@shopbell/protocol'
import type { KeptEntry } from './outbox.ts'

/**
 * `reconnect`: the next attempt · `welcome`: the server is slow to greet · `silence`: nothing was heard ·
 * `answer`: a send got no answer · `resend`: after a refusal for the moment · `settled`: the connection has held ·
 * `typing`: nobody is typing any more · `read`: time to say how far was read.
 */
export type TimerName =
  'reconnect' | 'welcome' | 'silence' | 'answer' | 'resend' | 'settled' | 'typing' | 'read'

/** What the shell has to do, in this order. A timer of the same name is replaced. */
export type ConnectionEffect =
  | { readonly type: 'open' }
  | { readonly type: 'hangUp' }
  | { readonly type: 'say'; readonly frame: Up }
  /** Wake after `afterMs` and an evenly drawn part of `spreadMs`. */
  | { readonly type: 'wake'; readonly timer: TimerName; readonly afterMs: number; readonly spreadMs: number }
  | { readonly type: 'sleep'; readonly timers: readonly TimerName[] }
  | { readonly type: 'keepToken'; readonly token: string }
  /** Only if storage still holds this one. */
  | { readonly type: 'forgetToken'; readonly token: string }
  | { readonly type: 'keepEntry'; readonly entry: KeptEntry }
  | { readonly type: 'dropEntry'; readonly id: string }
  | { readonly type: 'keepReadTo'; readonly seq: number }

export function wake(timer: TimerName, afterMs: number, spreadMs = 0): ConnectionEffect {
  return { type: 'wake', timer, afterMs, spreadMs }
}
