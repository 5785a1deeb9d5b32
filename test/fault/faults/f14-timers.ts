import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'
import { SLOW_REMINDER_MS, SLOW_STORE } from '../stage/seed-shop.ts'

const HURRIED = 60
const PATIENT = 20
/** What passes from the first question to the last look at it has to be less; the more the slower the machine. */
const MARGIN_MS = 240_000
/** A timer's time, the wait until the server looks, and much patience. */
const FIRED_WITHIN_MS = 90_000

export const timersSurvive: Fault = {
  id: 'F14',
  title:
    'Timers come due while the server or PostgreSQL is dead; a clock jumps to just before and after a due time',
  rounds: { short: 1, nightly: 30 },
  roundsPerBlock: 1,
  deal: async ({ backing, chance, complain, crowd, links, noteFault, seed, startWhole, world }) => {
    let node = await startWhole()
    crowd.join(HURRIED, { port: links[0].port, pauseMs: null })
    const askedAt = Date.now()
    const patient = crowd.join(PATIENT, { port: links[0].port, pauseMs: null, store: SLOW_STORE })
    await crowd.quiet(FIRED_WITHIN_MS)
    await untilArmed(() => count(backing.watch?.run, SLOW_STORE), PATIENT)

    await sleep(chance.between(0, 900))
    if (seed % 2 === 0) await node.kill()
    else await world.postgres.kill()
    noteFault('dead while timers come due')
    await sleep(chance.between(500, 1_500))
    if (seed % 2 === 1) {
      await world.postgres.restart()
      await node.kill()
    }

    node = await startWhole({ clockAheadMs: SLOW_REMINDER_MS - MARGIN_MS })
    await sleep(2_000)
    const early = PATIENT * 2 - (await count(backing.watch?.run, SLOW_STORE))
    if (early > 0 && Date.now() - askedAt < MARGIN_MS) complain(`${String(early)} timers fired early.`)
    await node.kill()

    await startWhole({ clockAheadMs: SLOW_REMINDER_MS + MARGIN_MS })
    const until = performance.now() + FIRED_WITHIN_MS
    while ((await count(backing.watch?.run, SLOW_STORE)) > PATIENT && performance.now() < until)
      await sleep(100)
    const left = (await count(backing.watch?.run, SLOW_STORE)) - PATIENT
    if (left !== 0) complain(`${String(left)} reminders did not fire after their time.`)
    return [`${String(patient.length)} reminders waited for the clock`]
  },
}

type Run = ((sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>) | undefined

async function count(run: Run, store: string): Promise<number> {
  const rows = await run?.(
    `select count(*) as waiting from timer join store on store.id = store_id where public_id = '${store}'`,
  )
  return Number(rows?.[0]?.['waiting'])
}

/** Every patient buyer's question has a reminder and an end. */
async function untilArmed(waiting: () => Promise<number>, buyers: number): Promise<void> {
  const until = performance.now() + FIRED_WITHIN_MS
  while ((await waiting()) < buyers * 2) {
    if (performance.now() > until) throw new Error('The questions of the slow shop were not asked.')
    await sleep(50)
  }
}
