import { RUN_LAPS } from '../engine/engine-tasks.ts'
import { median } from '../statistics.ts'
import type { Measure } from './measure.ts'

/** The engine's step against XState's own `transition()` and the bare machine. */
export const engine: Measure = {
  name: 'engine',
  run: async ({ pace, start }) => {
    const program = start('engine')
    const { rounds, compileUs } = await program.ask(RUN_LAPS, {
      rounds: pace.rounds * 2,
      lapMs: pace.engineLapMs,
    })
    await program.stop()
    const bareUs = median(rounds.map((lap) => lap.bareUs))
    const row = (what: string, us: number) => [what, us, us / bareUs]
    return {
      tables: [
        {
          title: 'Engine: processor time per event',
          columns: ['way', 'µs per event', '× bare'],
          rows: [
            row('machine alone, shared scope', bareUs),
            row('machine alone, public `transition()`', median(rounds.map((lap) => lap.transitionUs))),
            row('`step`: classify, move, effects, session', median(rounds.map((lap) => lap.stepUs))),
            ['compiling a flow (once per version)', compileUs, null],
          ],
        },
      ],
      targets: [
        {
          what: 'engine step / public `transition()`',
          reached: median(rounds.map(({ stepUs, transitionUs }) => stepUs / transitionUs)),
          bound: { atMost: 0.7 },
          unit: '×',
        },
        {
          what: 'rules, effects and texts on top of the bare machine',
          reached: median(rounds.map((lap) => lap.stepUs - lap.bareUs)),
          bound: { atMost: 8 },
          unit: 'µs',
        },
      ],
    }
  },
}
