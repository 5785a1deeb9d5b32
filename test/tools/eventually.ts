import { vi } from 'vitest'
import { PATIENCE_MS } from './patience.ts'

const LOOK_EVERY_MS = 50

/** Looks again and again until `check` no longer throws; after `patienceMs` it rejects with what the last look threw. */
export function eventually<Seen>(
  check: () => Seen | Promise<Seen>,
  patienceMs: number = PATIENCE_MS,
): Promise<Seen> {
  return vi.waitFor(check, { timeout: patienceMs, interval: LOOK_EVERY_MS })
}
