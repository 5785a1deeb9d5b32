/** What the server writes into the launcher for a store; nothing in a launcher that was asked for without one. */
export interface ShopDefaults {
  /** `data-` attributes of every chat that does not have them itself: the store, its colour, its language. */
  readonly data?: Readonly<Record<string, string>>
  /** Where bubble and panel stand. */
  readonly css: string
}
