import { transition } from 'xstate'
import { advance } from '../../packages/engine/src/conversation/advance.ts'
import { compileFlow } from '../../packages/engine/src/conversation/program.ts'
import { step } from '../../packages/engine/src/conversation/step.ts'
import { RUN_LAPS } from '../engine/engine-tasks.ts'
import { engineScript } from '../engine/script.ts'
import { serveTasks, serving } from '../process/serve-tasks.ts'

// The engine by itself: what one event costs, without sockets and without a database.

const { program, steps, moves } = engineScript()
const { machine, document } = program

/** What the laps have made: used, so that no compiler may leave it out. */
let made = 0

serveTasks([
  serving(RUN_LAPS, async ({ rounds, lapMs }) => {
    const round = () => ({
      bareUs: usPerEvent(lapMs, bare),
      transitionUs: usPerEvent(lapMs, byTransition),
      stepUs: usPerEvent(lapMs, whole),
    })
    round()
    const laps = Array.from({ length: rounds }, round)
    const compileUs = usPerCall(lapMs, () => {
      made += compileFlow(document).locales.length
    })
    if (made === 0) throw new Error('The engine did nothing.')
    return { rounds: laps, compileUs }
  }),
])

function bare(): void {
  for (const { snapshot, event } of moves) made += advance(machine, snapshot, event).actions.length
}

function byTransition(): void {
  for (const { snapshot, event } of moves) made += transition(machine, snapshot, event)[1].length
}

function whole(): void {
  for (const { session, event, facts } of steps) made += step(program, session, event, facts).effects.length
}

/** Per event of the script, whichever way it was run: a buyer's tap is one event, however the machine hears of it. */
function usPerEvent(lapMs: number, run: () => void): number {
  return usPerCall(lapMs, run) / steps.length
}

function usPerCall(lapMs: number, run: () => void): number {
  const startedAt = performance.now()
  const before = process.threadCpuUsage()
  let calls = 0
  while (performance.now() - startedAt < lapMs) {
    for (let more = 0; more < 10; more += 1) run()
    calls += 10
  }
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / calls
}
