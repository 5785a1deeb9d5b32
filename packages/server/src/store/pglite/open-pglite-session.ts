import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { PGliteClosed, PGliteFailure, PGliteLost } from './pglite-failure.ts'
import type { PGliteResult, PGliteSession } from './pglite-session.ts'
import type { FromWorker, ToWorker } from './statement.ts'
import { workerFile } from './worker-file.ts'

interface Waiting {
  readonly resolve: (result: PGliteResult) => void
  readonly reject: (error: Error) => void
}

/** No statement of ours takes a hundredth of it. PGlite has no timeouts of its own: what never answers is ended with its thread. */
const STUCK_AFTER_MS = 60_000

/**
 * Opens the embedded database in a thread of its own. (`PGliteWorker`, PGlite's own way, shares a database among browser tabs
 * and needs a browser's workers.) `onLost` is called when the thread ends without having been asked to.
 */
export async function openPGliteSession(
  directory: string,
  onLost: (error: Error) => void,
): Promise<PGliteSession> {
  const worker = new Worker(workerFile('serve-worker'), { workerData: directory })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let lost: Error | null = null
  let closed: Promise<void> | null = null

  const end = (cause?: unknown) => {
    if (lost !== null) return
    lost = closed === null ? new PGliteLost(cause) : new PGliteClosed()
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
    if (closed === null) onLost(lost)
  }
  worker.on('message', (said: FromWorker) => {
    if (typeof said === 'string') return
    const asker = waiting.get(said.id)
    waiting.delete(said.id)
    if ('failure' in said) asker?.reject(new PGliteFailure(said.failure))
    else asker?.resolve(said)
  })
  const ready: unknown[] = await Promise.race([once(worker, 'message'), once(worker, 'exit')])
  if (ready[0] !== 'ready') throw new PGliteLost()
  worker.on('error', end)
  worker.on('exit', () => end())

  const tell = (words: ToWorker) => worker.postMessage(words)
  const ask = (sql: string, parameters: readonly unknown[]) =>
    new Promise<PGliteResult>((resolve, reject) => {
      if (lost !== null) return reject(lost)
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      tell({ id, sql, parameters })
    })
  const query: PGliteSession['query'] = async (sql, parameters) => {
    const watchdog = setTimeout(() => void worker.terminate(), STUCK_AFTER_MS)
    try {
      return await ask(sql, parameters)
    } finally {
      clearTimeout(watchdog)
    }
  }

  const take = turns()
  const close = async () => {
    const release = await take()
    if (lost === null) {
      const ended = once(worker, 'exit')
      tell('close')
      await ended
    }
    release()
  }
  return { take, query, close: () => (closed ??= close()) }
}

/** A queue in which everybody waits for the one before to leave. */
function turns(): () => Promise<() => void> {
  let last = Promise.resolve()
  return async () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    await before
    return resolve
  }
}
