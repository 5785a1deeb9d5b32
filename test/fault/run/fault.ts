import type { Arena } from '../stage/arena.ts'

export const SIZES = ['short', 'nightly'] as const
export type Size = (typeof SIZES)[number]

/** One way to break things. A round is one blow; the rounds of a block share a database, a crowd and a verdict. */
export interface Fault {
  /** As in docs/reliability.md. */
  readonly id: string
  readonly title: string
  readonly rounds: Readonly<Record<Size, number>>
  readonly roundsPerBlock: number
  /** Where it happens; left out, a PostgreSQL. */
  readonly on?: 'embedded'
  /** Deals the blows; complains of what must hold beside the invariants; answers what is worth a note. */
  readonly deal: (arena: Arena, rounds: number) => Promise<readonly string[]>
}
