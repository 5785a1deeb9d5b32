import { DISMISS, GATHER } from '../load/load-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'
import { startProgram } from '../process/start-program.ts'
import { closedRound, type Cost, medianCost } from '../stage/cost.ts'
import { inTurn } from '../stage/in-turn.ts'
import type { Stage } from '../stage/open-stage.ts'
import { median } from '../statistics.ts'
import type { Measure } from './measure.ts'

const CONNECTIONS = 64
const SERVERS = ['echo', 'validating'] as const

/** What reading and validating a frame costs over an echo of plain `ws`. */
export const sockets: Measure = {
  name: 'sockets',
  run: async (stage) => {
    const { pace, load } = stage
    const servers = await Promise.all(SERVERS.map((name) => openServer(stage, name)))
    const [echo = [], validating = []] = await inTurn(servers, pace.rounds, ({ name, program }) =>
      closedRound(stage, program, name, pace.roundMs / 2),
    )
    for (const { name, program } of servers) {
      await load.ask(DISMISS, { crowd: name })
      await program.stop()
    }
    return {
      tables: [
        {
          title: `WebSocket: ${String(CONNECTIONS)} connections, one frame in, one frame out`,
          columns: ['server', 'frames/s', 'server µs per frame', 'p50 ms', 'p99 ms'],
          rows: [
            row('raw `ws` echo', medianCost(echo)),
            row('`ws`, our validation and answer', medianCost(validating)),
          ],
        },
      ],
      targets: [
        {
          what: '`ws` + validation / raw echo, CPU',
          reached: median(validating.map((one, round) => one.serverUs / (echo[round]?.serverUs ?? NaN))),
          bound: { atMost: 1.4 },
          unit: '×',
        },
      ],
    }
  },
}

async function openServer(stage: Stage, name: (typeof SERVERS)[number]) {
  const program = startProgram(name)
  const { url } = await program.ask(OPEN, { databaseUrl: null, writes: false })
  await stage.load.ask(GATHER, { crowd: name, url, otherEnd: 'echo', buyers: CONNECTIONS })
  await closedRound(stage, program, name, stage.pace.warmUpMs / 2)
  return { name, program }
}

function row(what: string, { perSecond, serverUs, p50Ms, p99Ms }: Cost) {
  return [what, perSecond, serverUs, p50Ms, p99Ms]
}
