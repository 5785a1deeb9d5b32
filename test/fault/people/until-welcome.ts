import { setTimeout as pause } from 'node:timers/promises'
import { PATIENCE_MS } from '../stage/come-to-rest.ts'
import type { SimulatedBuyer } from './simulated-buyer.ts'

const LOOK_EVERY_MS = 20

/** Resolves when each of them has a conversation: from then on another tab of theirs, with their storage, is in the same one. */
export async function untilWelcome(buyers: readonly SimulatedBuyer[]): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  while (buyers.some(({ connection }) => connection.state().welcome === null)) {
    if (performance.now() > until) throw new Error('Somebody was never welcomed.')
    await pause(LOOK_EVERY_MS)
  }
}
