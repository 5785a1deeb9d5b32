import { createHash } from 'node:crypto'
import type { Lanes } from './lanes.ts'

const MINUTE_MS = 60_000
/** As long as answers are kept (docs/http-conventions.md, “Sending again”); after it the key is another request's. */
const REMEMBERED_MS = 86_400_000

/**
 * The lane under which a conversation remembers that it did what a request with an `Idempotency-Key` asked for. What changes who speaks
 * is no message with an id of its own, so the step that does it notes this one: in the row, by the commit. No client can name such a
 * lane, for they have no tilde; one of sixteen lanes, it gives way when as many others have written since.
 */
export function laneOfRequest(accountId: number, key: string): string {
  return `~${createHash('sha256')
    .update(`${String(accountId)} ${key}`)
    .digest('base64url')
    .slice(0, 31)}`
}

/** What the step notes: the lane, and the minute as its number. */
export function notedAt(lane: string, at: number): string {
  return `${lane}.${String(Math.floor(at / MINUTE_MS))}`
}

/** Whether the request of this lane was done already. */
export function wasDone(lanes: Lanes, lane: string, at: number): boolean {
  const minute = Object.hasOwn(lanes, lane) ? (lanes[lane] ?? 0) : 0
  return at - minute * MINUTE_MS < REMEMBERED_MS
}
