import type { TSchema } from 'typebox'
import type { JsonState } from '../flow/machine-config.ts'
import type { Problem } from '../flow/problem.ts'
import type { Profile, ReceptionStep } from '../flow/profile.ts'
import type { Variable } from '../flow/variable.ts'

/** A place a link leaves from. `at` is the pointer inside the block; without a target the port leads nowhere. */
export interface Port {
  readonly at: string
  /** What a seller calls it: "next", a choice's id, a case's id. */
  readonly label: string
  readonly target: string | undefined
  /** Where a disabled block passes to (flow-format rule 6). */
  readonly main?: true
  /** Taken when the buyer stays silent, not by an answer. */
  readonly afterSilence?: true
}

/** A text a block shows, by its key. */
export interface TextUse {
  readonly key: string
  readonly required: boolean
  /** Where to point when it is missing: inside the block. */
  readonly at: string
  /** Shown as it is, as something to tap: variables are not filled in it. */
  readonly plain?: true
  /** Most characters of it, by the profile's count; without one it is only bounded by the document's size. */
  readonly limit?: (profile: Profile) => number
}

/** What a kind may look at when it judges a block. `text` is in the default language. */
export interface BlockSurroundings {
  readonly variables: Readonly<Record<string, Variable>>
  readonly profile: Profile
  readonly locales: readonly string[]
  text(key: string, locale?: string): string | undefined
}

/** Gives the absolute target of a port; one that leads nowhere goes to a state where the buyer waits for ever, visibly. */
export type Targeting = (target: string | undefined) => string

/**
 * Everything shared code asks of a kind of block. A kind lives in one folder and answers for itself; shared code never asks which
 * kind it has. Pointers are relative to the block.
 */
export interface BlockKind<B, S extends TSchema = TSchema> {
  readonly kind: string
  readonly schema: S
  /** The flow stops here until the buyer answers; once the answer is known it passes through the main port at once. */
  readonly waits: boolean
  /** Its part in a reception, for rules of order and number (WEL-05); null: none. */
  readonly step: ReceptionStep | null
  /** It ends the path: with a person, or without. */
  readonly ends?: 'with-person' | 'alone'
  ports(block: B): readonly Port[]
  texts(id: string, block: B, variables: Readonly<Record<string, Variable>>): readonly TextUse[]
  problems(id: string, block: B, around: BlockSurroundings): readonly Problem[]
  state(id: string, block: B, to: Targeting): JsonState
}
