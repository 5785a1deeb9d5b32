import type { FlowDocument, Problem, Profile } from '@shopbell/engine'
import type { ApiError } from '#lib/api/answer.ts'
import type { CommandName, MakeCommand } from '../commands/command.ts'
import type { Conflict } from '../document/conflict.ts'
import type { DocumentParts } from './document-parts.svelte.ts'
import type { OtherEditor } from './draft-line.ts'

/** `refused`: the server does not take the last change; the next one is tried again. */
export type SaveState = 'saved' | 'saving' | 'offline' | 'refused' | 'conflict'

/** A field to go to: a pointer inside the document, as problems give it. `n` grows, so that the same field can be asked for again. */
export interface FocusWish {
  readonly block: string | null
  readonly at: string | null
  readonly n: number
}

/** What was done last: shown beside the undo button, and the places to show it at. */
export interface LastDone {
  readonly name: CommandName
  readonly how: 'done' | 'undone' | 'redone'
  readonly touches: readonly string[]
  readonly n: number
}

/** The version buyers get now. */
export interface LiveVersion {
  readonly version: number
  readonly publishedAt: number
  readonly document: FlowDocument | null
}

/** The open draft: one document that the views show, and the commands that change it. All of it is reactive. */
export interface Editor {
  readonly document: FlowDocument
  readonly parts: DocumentParts
  /** Limits and counters go by it. */
  readonly profile: Profile
  /** Another rule book holds from now on (PRF-02): the draft is checked by it. */
  goBy(profile: Profile): void
  /** Why this person may look but not change; null when they may. */
  readonly mayNot: 'role' | null

  /** Language of the texts that are edited. */
  readonly locale: string
  setLocale(locale: string): void

  /** Selected blocks that exist. */
  readonly selection: ReadonlySet<string>
  select(ids: Iterable<string>, options?: { readonly focus?: string }): void
  /** Where the keyboard was last asked to go; views move the focus when it changes. */
  readonly focus: FocusWish | null
  /** Goes to a problem's place: its block, and the field. */
  goTo(at: string): void

  readonly problems: readonly Problem[]
  /** False until the first check is done. */
  readonly checked: boolean
  /** Places that differ from the live version, and the blocks among them. */
  readonly changes: number
  readonly changed: ReadonlySet<string>
  readonly live: LiveVersion | null
  /** Reads the live version again: after publishing. */
  refreshLive(): Promise<void>

  readonly saveState: SaveState
  readonly savedAt: number
  /** Why the server refused the last change. */
  readonly refusal: ApiError | null
  /** The draft's revision on the server that this page has seen; publishing names it. */
  readonly revision: number
  /** Sends what is not saved, now. True when all of it is. */
  flush(): Promise<boolean>

  /** False when the command had nothing to change, or may not. */
  execute(make: MakeCommand): boolean
  undo(): void
  redo(): void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly lastDone: CommandName | null
  readonly lastStep: LastDone | null
  /** A field lost the focus: its typing is one undo step, and is sent at once. */
  leaveField(): void

  readonly conflicts: readonly Conflict[]
  settle(at: readonly string[], choice: 'mine' | 'theirs'): void

  readonly others: readonly OtherEditor[]
  /** Who is typing in a place now (`['texts', 'en', 'welcome']`), or null; frees five seconds after their last key. */
  writerOf(at: readonly string[]): string | null

  /** Leaves the draft: keeps and sends what is unsaved. */
  close(): void
}
