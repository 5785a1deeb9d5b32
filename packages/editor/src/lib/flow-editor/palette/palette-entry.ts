/** A command by its name, in the language that is read and in the other one, so that either finds it. */
export interface PaletteEntry {
  readonly key: string
  readonly title: string
  readonly also: string
  /** Where it belongs, shown beside it: a view, a kind of block. */
  readonly place?: string
  /** The key that does the same without the palette. */
  readonly keys?: string
  /** Why it cannot be used now. */
  readonly refusal?: string | undefined
  readonly run: () => void
}
