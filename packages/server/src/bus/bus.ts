import type { Wake } from './wake.ts'

export type { Wake }

/** The port between nodes and between the parts of one node. Publishing never throws and never waits. */
export interface Bus {
  readonly publish: (wake: Wake) => void
  /** The listener gets every wake, its own process' too. Returns how to stop listening. */
  readonly subscribe: (listener: (wake: Wake) => void) => () => void
}
