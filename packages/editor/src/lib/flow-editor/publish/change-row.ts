import type { Piece } from './word-diff.ts'

/** One line of a row: pieces of text, in the language they are written in where that is not the console's. */
export interface ChangeLine {
  readonly pieces: readonly Piece[]
  readonly lang?: string
}

/** One change as it is read: whose it is, of what sort, and what went and came. */
export interface ChangeRow {
  readonly key: string
  readonly block: string | null
  /** The kind of the block; null: it belongs to the flow itself. */
  readonly kind: string | null
  readonly title: string
  /** The sort of change, in a word. */
  readonly tag: string
  readonly lines: readonly ChangeLine[]
}

/** Rows of one sort under their heading. */
export interface ChangeGroup {
  readonly heading: string
  readonly rows: readonly ChangeRow[]
}
