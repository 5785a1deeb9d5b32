/** One line of a menu. */
export interface MenuEntry {
  readonly key: string
  readonly words: string
  /** Said beside it, quieter. */
  readonly note?: string
  /** For what can be switched: whether it is on now. */
  readonly on?: boolean
  readonly act: () => void
}
