import Type from 'typebox'
import { task } from '../process/task.ts'

/** Processor time per event, in microseconds. */
const Lap = Type.Object({
  /** The machine alone, under a scope shared by all calls. */
  bareUs: Type.Number(),
  /** The machine alone, by XState's public `transition()`. */
  transitionUs: Type.Number(),
  /** The whole of `step`: classify, move, effects, session. */
  stepUs: Type.Number(),
})

/** Runs the script again and again, the three ways in turn; one lap of each per round. */
export const RUN_LAPS = task(
  'run-laps',
  Type.Object({ rounds: Type.Integer(), lapMs: Type.Number() }),
  Type.Object({ rounds: Type.Array(Lap), compileUs: Type.Number() }),
)
