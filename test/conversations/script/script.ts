import type { Entry, Handling, LocalText } from '@shopbell/protocol'

/** The language a script's sentences are written in; what is said inside them may be in any. */
export type Language = 'en' | 'zh'

/** A moment as a script writes it: in the store's own time zone. */
export interface LocalMoment {
  readonly day: string
  readonly time: string
}

/** Something that happens to the shop. */
export type Act =
  | { readonly does: 'opens'; readonly entry: Entry; readonly ref?: string }
  | { readonly does: 'says'; readonly text: string }
  | { readonly does: 'taps'; readonly label: string }
  | { readonly does: 'answers'; readonly text: string }
  | { readonly does: 'sends'; readonly card: 'product' | 'order'; readonly ref: string }
  | { readonly does: 'chooses'; readonly label: string }
  | { readonly does: 'ordered'; readonly ref: string; readonly title: string }
  | { readonly does: 'judges'; readonly solved: boolean }
  | { readonly does: 'asks for a person' }
  | { readonly does: 'replies'; readonly person: string; readonly text: string }
  | { readonly does: 'gets busy' | 'takes' | 'returns' | 'closes'; readonly person: string }
  | { readonly does: 'rewrites'; readonly question: string; readonly text: string }
  | { readonly does: 'switches'; readonly question: string; readonly on: boolean }
  | { readonly does: 'sets'; readonly rule: MessageRule }
  | { readonly does: 'time passes'; readonly byMs: number }
  | { readonly does: 'time comes'; readonly day: string | 'next'; readonly time: string }

/** What a seller sets under the message rules; it replaces what was set before. */
export type MessageRule =
  | { readonly sets: 'product reply'; readonly ref: string; readonly text: LocalText }
  | { readonly sets: 'card list'; readonly questions: readonly CardQuestion[] }
  | { readonly sets: 'busy reply'; readonly text: LocalText }

export interface CardQuestion {
  readonly question: string
  readonly answer: string
}

/** What the robot or the system must say: the whole of it, unless `openEnded`. */
export interface Line {
  readonly speaker: Speaker
  readonly body: string
  /** The script's line ends with an ellipsis: what follows may be anything. */
  readonly openEnded: boolean
}

/** Who speaks, and for the robot why: the message kinds of ENT-01 in a seller's words. */
export type Speaker =
  'greets' | 'shows' | 'offers' | 'answers' | 'asks' | 'reminds' | 'says' | 'closes' | 'hands over' | 'system'

/** A statement about the conversation once an act is over. */
export type Claim =
  | { readonly claims: 'silence'; readonly because?: string }
  | { readonly claims: 'refusal'; readonly code: string }
  | { readonly claims: 'collected'; readonly variable: string; readonly shown: string }
  /** Of the newest answer, as a buyer who comes back is shown it. */
  | { readonly claims: 'judged'; readonly solved: boolean }
  | { readonly claims: 'handling'; readonly handling: Handling }

/** One act with all that must follow from it; `line` is where the script says so, counted from 1. */
export interface Scene {
  readonly act: Act
  readonly line: number
  readonly lines: readonly (Line & { readonly line: number })[]
  readonly claims: readonly (Claim & { readonly line: number })[]
}

export interface Script {
  readonly file: string
  readonly language: Language
  /** Profile id, when the script overrides the shop's. */
  readonly ruleBook?: string
  readonly buyerReads?: string
  readonly clock?: LocalMoment
  readonly scenes: readonly Scene[]
}
