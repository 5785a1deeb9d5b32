import type { Entry, OrderContent, ProductCard } from '@shopbell/protocol'
import type { Profile, ReceptionStep } from '../flow/profile.ts'
import type { FaqList } from '../flow/faq-list.ts'
import type { KnownFacts } from '../flow/known-facts.ts'
import type { RobotOff } from '../rules/keep-the-hours.ts'
import type { StatusKind, StatusReply } from '../rules/status-reply.ts'
import type { BuyerRecord } from './buyer-record.ts'
import type { ChosenEntry } from './menu-replies.ts'
import type { Refusal } from './refusal.ts'

/**
 * All that `step` may know of the world beside the event. Everything is plain data; the journal keeps it with the step, so that a
 * conversation can be replayed exactly. `list` and `heldList` belong to published versions, so the journal keeps their version
 * numbers only (`encodeFacts`, `decodeFacts`).
 */
export interface Facts {
  /** Last seq of the conversation; the first message of this step becomes `head + 1`. */
  readonly head: number
  readonly store: {
    readonly name: string
    readonly timeZone: string
    /** People are there, by the shop's office hours. */
    readonly openNow: boolean
    /** The robot receives nobody now; absent: it does (SCH-01). */
    readonly robotOff?: RobotOff
    /** Parts of the reception that are switched off; absent: none (SCH-12). */
    readonly without?: readonly ReceptionStep[]
  }
  readonly profile: Profile
  /** Locales the buyer's client prefers, best first. */
  readonly locales: readonly string[]
  readonly buyer: BuyerRecord
  readonly buyerName?: string
  /** The version that is live now; a session that begins with this event pins it. */
  readonly liveVersion: number
  /** The live version's FAQ list, and the one this buyer holds if that is another (PUB-05). */
  readonly list: FaqList | null
  readonly heldList: FaqList | null
  /** Products ranked for this buyer, ready to show; asked for by `factsNeeded` only when a reception may begin (REC-01). */
  readonly products?: readonly ProductCard[]
  /** The card the buyer sent, resolved from the store's own catalogue (CRD-15). */
  readonly card?: ProductCard
  /** The order the buyer sent, one of their own (CRD-15). */
  readonly order?: OrderContent
  /** Status replies that may be due; absent: none is (STS-01…11). */
  readonly status?: StatusFacts
  /** Whether the buyer’s words only close, by the store’s own list; absent: it has none (STS-07). */
  readonly closes?: boolean
  /** The reply that the product on the card brings (CRD-04). */
  readonly cardReply?: {
    readonly rule: string
    readonly text: string
    readonly image?: string
    readonly url?: string
  }
  /** The list that comes with a card, its questions that are on (CRD-01); only where a card was sent. */
  readonly cardList?: {
    readonly lead: string
    readonly questions: readonly { readonly id: string; readonly question: string }[]
  }
  /** The tapped question of the list for cards; only for a tap on that list, and absent where the question is gone or off. */
  readonly cardQuestion?: { readonly id: string; readonly question: string; readonly answer: string }
  /** The tapped entry of the menu or of its categories; absent where it is not offered. */
  readonly chosen?: ChosenEntry
  /** What extensions know of the buyer; absent: nothing, or no extension is here. */
  readonly known?: KnownFacts
  /** What an extension's rule says against a reception with this event (`judgeReception`); absent: nothing. */
  readonly silence?: Refusal
}

/** The people of the store at a buyer’s message, and what they let the robot say meanwhile. */
export interface StatusFacts {
  /** Whom the conversation is given to; absent: nobody. */
  readonly agent?: string
  /** They are busy (ACT-04). */
  readonly busy?: true
  /** No person of the store is there. */
  readonly nobody?: true
  /** Those that are switched on: of whom the conversation is given to, else of the store. */
  readonly replies: Readonly<Partial<Record<StatusKind, StatusReply>>>
  /**
   * When people are there again, and on whose clock the buyer reads it: the store’s where theirs is not known (STS-10). `locale` is the
   * language of the reply that says so; absent: the session's.
   */
  readonly opens?: {
    readonly at: number
    readonly timeZone: string
    readonly theirs: boolean
    readonly locale?: string
  }
}

/** What the shell has to look up for an event, beside what the conversation's row already holds. */
export type FactKey = 'products' | 'card' | 'status'

/** Where a buyer entered last; part of the session so that conditions and templates can ask. */
export interface Entrance {
  readonly entry: Entry
  readonly ref?: string
}
