import { COMMIT, FILL } from '../commits/commit-tasks.ts'
import { startProgram } from '../process/start-program.ts'
import { inTurn } from '../stage/in-turn.ts'
import { median } from '../statistics.ts'
import type { Measure } from './measure.ts'

const CONVERSATIONS = 256
/** The journal's own bound for the embedded database. */
const BATCHES = [1, 32] as const

/** What group commit is worth on the embedded database, and that the event loop does not notice it. */
export const embedded: Measure = {
  name: 'embedded',
  run: async ({ pace, environment, tell }) => {
    tell('embedded database: single steps and batches')
    const program = startProgram('commits', { environment })
    await program.ask(FILL, { databaseUrl: null, conversations: CONVERSATIONS })
    const commit = (batch: number, durationMs: number) =>
      program.ask(COMMIT, { batch, durationMs, form: 'own' })
    for (const batch of BATCHES) await commit(batch, pace.warmUpMs / 2)
    const rounds = await inTurn(BATCHES, pace.rounds, (batch) => commit(batch, pace.roundMs / 2))
    await program.stop()
    const [single = [], batched = []] = rounds
    return {
      tables: [
        {
          title: 'Embedded database: bare commits, fsync on',
          columns: [
            'steps per commit',
            'steps/s',
            'p50 ms',
            'p99 ms',
            'event loop blocked at worst, ms',
            'of it by own work, ms',
          ],
          rows: BATCHES.map((batch, place) => {
            const of = rounds[place] ?? []
            return [
              String(batch),
              median(of.map(({ perSecond }) => perSecond)),
              median(of.map(({ p50Ms }) => p50Ms)),
              median(of.map(({ p99Ms }) => p99Ms)),
              Math.max(...of.map(({ blockedMs }) => blockedMs)),
              Math.max(...of.map(({ blockedByWorkMs }) => blockedByWorkMs)),
            ]
          }),
        },
      ],
      targets: [
        {
          what: 'embedded database: batched / single',
          reached: median(
            batched.map(({ perSecond }, round) => perSecond / (single[round]?.perSecond ?? NaN)),
          ),
          bound: { atLeast: 8 },
          unit: '×',
        },
        {
          what: 'event loop blocked by its own work at worst, while the embedded database commits',
          reached: Math.max(...batched.map(({ blockedByWorkMs }) => blockedByWorkMs)),
          bound: { atMost: 3 },
          unit: 'ms',
        },
      ],
    }
  },
}
