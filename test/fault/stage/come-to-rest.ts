import type { History } from '../history/history.ts'
import type { Crowd } from '../people/crowd.ts'
import type { Watch } from './backing.ts'

/** Far beyond what a busy machine needs; whoever is not quiet by then is found out by the checker. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 100
/** Without a look into the database: the shop's longest timer and the wait for it are shorter. */
const SILENCE_MS = 6_000

/** Waits until all that was written is stored, all timers have fired, and every client was shown the end. */
export async function comeToRest(crowd: Crowd, history: History, watch: Watch | null): Promise<void> {
  crowd.hush()
  const unrest = await crowd.quiet(PATIENCE_MS)
  if (unrest !== null) history.note({ f: 'fault', client: 'harness', what: unrest })
  if (watch === null) {
    await silence(history)
    return
  }
  await until(async () => (await watch.timersWaiting()) === 0)
  await until(async () => {
    const heads = await watch.heads()
    return crowd.buyers().every(({ connection }) => {
      const { welcome, log } = connection.state()
      return welcome === null || log.messages.length === heads.get(welcome.conversation)
    })
  })
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS
  while (performance.now() < giveUpAt) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

async function silence(history: History): Promise<void> {
  await until(() => {
    const last = history.operations().findLast(({ f }) => f === 'message')
    return Promise.resolve(Date.now() - (last?.at ?? 0) > SILENCE_MS)
  })
}
