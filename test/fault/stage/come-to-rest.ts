import type { History } from '../history/history.ts'
import type { Crowd } from '../people/crowd.ts'
import type { Watch } from './backing.ts'

/** Far beyond what a busy machine needs; whoever is not quiet by then is found out by the checker. */
export const PATIENCE_MS = 180_000
const LOOK_EVERY_MS = 100
/** Without a look into the database: the shop's longest timer and the wait for it are shorter. */
const SILENCE_MS = 6_000

/** Waits until all that was written is stored, all timers have fired, and every client was shown the end. */
export async function comeToRest(
  crowd: Crowd,
  history: History,
  watch: Watch | null,
  patienceMs: number,
): Promise<void> {
  crowd.hush()
  const unrest = await crowd.quiet(patienceMs)
  if (unrest !== null) history.note({ f: 'fault', client: 'harness', what: unrest })
  if (watch === null) {
    await silence(history, patienceMs)
    return
  }
  await until(patienceMs, async () => (await watch.timersWaiting()) === 0)
  await until(patienceMs, async () => {
    const heads = await watch.heads()
    return crowd.buyers().every(({ connection }) => {
      const { welcome, log } = connection.state()
      return welcome === null || log.messages.length === heads.get(welcome.conversation)
    })
  })
}

async function until(patienceMs: number, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  while (performance.now() < giveUpAt) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

async function silence(history: History, patienceMs: number): Promise<void> {
  await until(patienceMs, () => {
    const last = history.operations().findLast(({ f }) => f === 'message')
    return Promise.resolve(Date.now() - (last?.at ?? 0) > SILENCE_MS)
  })
}
