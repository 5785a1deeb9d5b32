import type { Profile } from '../flow/profile.ts'

/** Paths to the single values of a record: `reception.faq.oncePerDay`. */
type PathsOf<T> = {
  [Key in keyof T & string]: T[Key] extends readonly unknown[] | string | number | boolean | null
    ? Key
    : `${Key}.${PathsOf<T[Key]>}`
}[keyof T & string]

/** A value of the rule book of a store (PRF-01). */
export type ProfileValue = PathsOf<Profile>

/** What a rule says of itself, beside its function: `docs/rules.md` and the mutation run are made of these. */
export interface Rule {
  /** Requirements it fulfils. */
  readonly ids: readonly [string, ...string[]]
  /** The rule in one sentence, for sellers. */
  readonly says: string
  /** The values of the store's rule book that it is asked with. */
  readonly reads: readonly ProfileValue[]
}
