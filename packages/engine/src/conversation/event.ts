import type { Entry } from '@shopbell/protocol'

/** When the server received it: UTC milliseconds (SCH-09). The engine has no other clock. */
interface Timed {
  readonly at: number
}

/** What happened, as the shell saw it. `step` classifies each one once; names are the public vocabulary. */
export type ReceptionEvent =
  | (Timed & { readonly type: 'buyer.entered'; readonly entry: Entry; readonly ref?: string })
  | (Timed & { readonly type: 'buyer.tapped'; readonly message: number; readonly option: string })
  | (Timed & {
      readonly type: 'buyer.answered'
      readonly message: number
      readonly value: string | number | readonly string[]
    })
  | (Timed & { readonly type: 'buyer.said'; readonly text: string })
  | (Timed & { readonly type: 'buyer.sent'; readonly card: 'product' | 'order'; readonly ref: string })
  | (Timed & { readonly type: 'buyer.chose'; readonly item: string })
  | (Timed & {
      readonly type: 'buyer.left_contact'
      readonly name?: string
      readonly email?: string
      readonly phone?: string
      /** The text the buyer agreed to. */
      readonly consent?: string
    })
  | (Timed & { readonly type: 'agent.replied'; readonly agent: string; readonly text: string })
  /** A person is writing; asked only while a status reply waits for that (STS-11). */
  | (Timed & { readonly type: 'agent.typed'; readonly agent: string })
  | (Timed & { readonly type: 'agent.assigned'; readonly agent: string })
  | (Timed & { readonly type: 'agent.returned'; readonly agent: string })
  | (Timed & { readonly type: 'closed'; readonly by: string })
  | (Timed & { readonly type: 'timer.fired'; readonly id: string; readonly generation: number })

export type ReceptionEventType = ReceptionEvent['type']
