import type { AnswerValue, FlowDocument } from '@shopbell/engine'
import type { MessageRule } from '../script/script.ts'
import type { Author, Entry, Handling, MessageContent, MessageKind } from '@shopbell/protocol'

/** A message as a stage shows it. */
export interface Shown {
  readonly seq: number
  readonly author: Author
  readonly kind: MessageKind
  readonly content: MessageContent
  /** The block or question it came from, where the stage can tell. */
  readonly source?: string
  /** What the buyer says of an automatic answer. */
  readonly solved?: boolean
}

/** An act with its words resolved: labels became ids and seqs, moments became instants. */
export type Cue =
  | { readonly does: 'open'; readonly entry: Entry; readonly ref?: string }
  | { readonly does: 'say'; readonly text: string }
  | { readonly does: 'tap'; readonly message: number; readonly option: string }
  | { readonly does: 'answer'; readonly message: number; readonly value: AnswerValue }
  | { readonly does: 'send'; readonly card: 'product' | 'order'; readonly ref: string }
  | { readonly does: 'choose'; readonly label: string }
  | { readonly does: 'order'; readonly ref: string; readonly title: string }
  | { readonly does: 'set'; readonly rule: MessageRule }
  | { readonly does: 'judge'; readonly message: number; readonly solved: boolean }
  | { readonly does: 'ask for a person' }
  | { readonly does: 'reply'; readonly person: string; readonly text: string }
  | { readonly does: 'get busy'; readonly person: string }
  | { readonly does: 'take' | 'return' | 'close'; readonly person: string }
  | { readonly does: 'publish'; readonly document: FlowDocument }
  | { readonly does: 'wait until'; readonly at: number }

/** What an act led to, with the codes of the reasons why the robot was silent. */
export interface Outcome {
  readonly messages: readonly Shown[]
  readonly refused?: string
  readonly reasons: readonly string[]
}

/** Somewhere a conversation can be played: the engine alone, or a running server. */
export interface Stage {
  /** The stage's time, UTC milliseconds. */
  now(): number
  /** Performs one act and returns all it led to. `expected` messages are waited for where they come over a wire. */
  perform(cue: Cue, expected: number): Promise<Outcome>
  /** The latest answer per variable, as an agent reads it. */
  answers(): Promise<ReadonlyMap<string, string>>
  handling(): Promise<Handling>
  /** All messages since the beginning, as a reconnecting buyer gets them. */
  history(): Promise<readonly Shown[]>
  leave(): Promise<void>
}
