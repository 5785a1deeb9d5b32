/** One question of a list with its words per locale, as published. */
export interface ListedQuestion {
  readonly id: string
  readonly enabled: boolean
  readonly question: Readonly<Record<string, string>>
  readonly answer: Readonly<Record<string, string>>
}

/**
 * The FAQ list of one entry of a published flow. `version` is the list version (PUB-04): the hash of the ordered enabled ids and
 * their question texts per locale. `flowVersion` is 0 for a program that was never published (drafts, files).
 */
export interface FaqList {
  readonly flowVersion: number
  readonly version: string
  readonly block: string
  readonly defaultLocale: string
  readonly questions: readonly ListedQuestion[]
}
