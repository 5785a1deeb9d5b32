import type { AnswerValue, Extension, FlowDocument, Profile } from '@shopbell/engine'
import type { BotkitMessage, BotStorage, BotWorker } from './botkit.ts'
import type { Hours } from './hours.ts'

/** A product as the recommendation shows it. */
export interface Product {
  readonly ref: string
  readonly title: string
  readonly image?: string
  readonly price?: string
  readonly url?: string
}

/** The page a buyer comes from, and the product or order it shows. */
export interface Entered {
  readonly entry: string | undefined
  readonly ref?: string | undefined
}

/** A buyer who now waits for a person. */
export interface Handoff {
  readonly conversation: string
  /** The handoff block's group, or `general`. */
  readonly group: string
  /** What the smart questions collected, by variable. */
  readonly answers: Readonly<Record<string, AnswerValue>>
  readonly bot: BotWorker
  /** The message that led there; null when none did: a timer, or what a process left that died before it could tell. */
  readonly message: BotkitMessage | null
}

/** What a reception in a bot is made with. Only `flow` is owed. */
export interface ReceptionOptions {
  /** A flow document, parsed or as JSON text. A flow with errors is refused when the plugin is made. */
  readonly flow: FlowDocument | string
  /** Rule book: a built-in one by its id, or one of your own; `marketplace` where nothing is said. */
  readonly profile?: string | Profile
  /** What `{{store.name}}` is; the flow's name where nothing is said. */
  readonly storeName?: string
  /** IANA zone of the store's days; `UTC` where nothing is said. */
  readonly timeZone?: string
  /**
   * `polite` (the default): the reception takes a message only when it has something to say to it, everything else goes on to the bot's
   * own dialogs and `hears`. `exclusive`: every message belongs to the reception.
   */
  readonly mode?: 'polite' | 'exclusive'
  /** Kinds of Botkit messages that are buyers' words. */
  readonly messageTypes?: readonly string[]
  /** What third parties add: blocks, rules, contents, a ranking. One that is broken is refused when the plugin is made. */
  readonly extensions?: readonly Extension[]
  /** Languages of a buyer, best first; what the platform says where nothing is said. */
  readonly localesOf?: (message: BotkitMessage) => readonly string[]
  readonly buyerNameOf?: (message: BotkitMessage) => string | undefined
  /**
   * The page a buyer comes from who opens the chat: `store_home`, `product`, `order`, `refund` or `logistics_complaint`, where it is known
   * with the `ref` of its product or order. The store's home where nothing is said, or another word.
   */
  readonly entryOf?: (message: BotkitMessage) => string | Entered | undefined
  /** The product that a message sends, by its `ref`; words where it is none of `products`. */
  readonly productOf?: (message: BotkitMessage) => string | undefined
  /** The shop's products, best first: for recommendations, and for buyers who send one. */
  readonly products?: readonly Product[] | (() => readonly Product[] | Promise<readonly Product[]>)
  /** When the robot receives, when people are there, and holidays. Both always where nothing is said. */
  readonly hours?: Hours
  /** Whether people are there now; as `hours` say where this is not given. */
  readonly openNow?: () => boolean
  /** What a buyer reads who writes to people while nobody is there; `{{store.opens}}` is when somebody is, by `hours`. */
  readonly awayReply?: string
  /** What a buyer reads at the first message that reaches the person who has taken the conversation. */
  readonly firstReply?: string
  /** What a buyer reads who writes to a person while `busyNow` says that they are busy. */
  readonly busyReply?: string
  /** Whether this person is busy; as they are called where they take a conversation. Nobody is where this is not given. */
  readonly busyNow?: (agent: string) => boolean
  /** What thanks and goodbyes to people get, instead of the other replies. */
  readonly closingReply?: string
  /** A buyer waits for a person. */
  readonly onHandoff?: (handoff: Handoff) => unknown
  /** Something failed that the plugin survived; the console where nothing is said. */
  readonly onError?: (error: unknown) => void
  /** Where conversations are kept; the controller's storage where nothing is said. */
  readonly storage?: BotStorage
  /** UTC milliseconds. */
  readonly now?: () => number
}
