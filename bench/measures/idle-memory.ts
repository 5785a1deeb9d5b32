import { setTimeout as pause } from 'node:timers/promises'
import { DISMISS, GATHER, SAY_EACH } from '../load/load-tasks.ts'
import { residentBytes } from '../process/processor-time.ts'
import { COLLECT_GARBAGE, OPEN } from '../process/server-tasks.ts'
import type { Program } from '../process/start-program.ts'
import type { Measure } from './measure.ts'

/** Sessions before the ones that count: what a server needs once is not theirs. */
const FIRST = 3_000
const MESSAGES_EACH = 3
const SETTLE_MS = 1_000
const KB = 1_024

/** What a buyer who is connected and has said three things costs while silent. */
export const idleMemory: Measure = {
  name: 'memory',
  run: async ({ pace, load, postgres, start, tell }) => {
    const program = start('shop', { nodeOptions: ['--expose-gc'] })
    const { url } = await program.ask(OPEN, { databaseUrl: await postgres.newDatabase(), writes: true })
    const gather = async (crowd: string, buyers: number) => {
      await load.ask(GATHER, { crowd, url, otherEnd: 'shop', buyers })
      await load.ask(SAY_EACH, { crowd, messages: MESSAGES_EACH })
      return atRest(program)
    }
    tell(`memory: the first ${String(FIRST)} sessions`)
    const before = await gather('idle-first', FIRST)
    tell(`memory: ${String(pace.idleSessions)} more sessions`)
    const after = await gather('idle', pace.idleSessions)
    for (const crowd of ['idle-first', 'idle']) await load.ask(DISMISS, { crowd })
    await program.stop()
    const eachKB = (after - before) / KB / pace.idleSessions
    return {
      tables: [
        {
          title: `Memory of ${String(pace.idleSessions)} idle sessions, ${String(MESSAGES_EACH)} messages each`,
          columns: ['', 'RSS MB'],
          rows: [
            [`server with ${String(FIRST)} sessions`, before / KB / KB],
            [`server with ${String(FIRST + pace.idleSessions)} sessions`, after / KB / KB],
            ['KB per session', eachKB],
          ],
        },
      ],
      targets: [{ what: 'idle session, RSS', reached: eachKB, bound: { atMost: 24 }, unit: 'KB' }],
    }
  },
}

async function atRest(program: Program): Promise<number> {
  await pause(SETTLE_MS)
  await program.ask(COLLECT_GARBAGE, null)
  await pause(SETTLE_MS)
  return residentBytes(program.pid)
}
