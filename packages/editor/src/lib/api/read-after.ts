import type { Answer } from './answer.ts'

/** A day that is over is asked about again at most so often. */
const LEAST_MS = 1_000
/** Where the server did not answer. */
const RETRY_MS = 30_000

/** Reads once so many milliseconds are over, and again until there is an answer. Returns what ends it. */
export function readAfter(waitMs: number, read: () => Promise<Answer<unknown>>): () => void {
  let ended = false
  let timer = setTimeout(() => void ask(), Math.max(waitMs, LEAST_MS))

  async function ask(): Promise<void> {
    const { ok } = await read()
    if (!ok && !ended) timer = setTimeout(() => void ask(), RETRY_MS)
  }

  return () => {
    ended = true
    clearTimeout(timer)
  }
}
