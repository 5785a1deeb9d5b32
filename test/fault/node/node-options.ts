import type { BrokenBuild } from './broken/broken-build.ts'
import type { Crash } from './crash-at.ts'
import type { WakeTrouble } from './wake-trouble.ts'

/** What is wrong with a node, handed over as JSON in its environment. */
export interface NodeOptions {
  readonly crash?: Crash
  readonly build?: BrokenBuild
  readonly wakes?: WakeTrouble
  /** Its clock is this far ahead. */
  readonly clockAheadMs?: number
  readonly beatEveryMs?: number
  /** True: the limits of a real shop; left out: none. */
  readonly limits?: true
}

export const NODE_OPTIONS_VARIABLE = 'SHOPBELL_FAULT_NODE'
