import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { PGliteFailure, PGliteLost } from './pglite-failure.ts'
import type { PGliteResult, PGliteSession } from './pglite-session.ts'
import type { FromWorker, ToWorker } from './statement.ts'
import { workerFile } from './worker-file.ts'

interface Waiting {
  readonly resolve: (result: PGliteResult) => void
  readonly reject: (error: Error) => void
}

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
    lost = new PGliteLost(cause)
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
  const query: PGliteSession['query'] = (sql, parameters) =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost)
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      tell({ id, sql, parameters })
    })

  const take = turns()
  const close = async () => {
    await take()
    if (lost !== null) return
    const ended = once(worker, 'exit')
    tell('close')
    await ended
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
