import { DISMISS, GATHER, SPEAK_IN_TURN, SPEAK_ON_TIME } from '../load/load-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'
import { hireStaff } from '../sign-in/hire-staff.ts'
import { signInAtOnce, type Storm } from '../sign-in/sign-in-at-once.ts'
import { inTurn } from '../stage/in-turn.ts'
import { median, percentile } from '../statistics.ts'
import type { Measure } from './measure.ts'

const CROWD = 'sign-in'
const BUYERS = 500
const MESSAGES_PER_SECOND = 500
const PEOPLE = 300

interface Round {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly refused: number
  readonly storms: readonly Storm[]
}

/** What buyers feel while everybody signs in at once: chat at a modest rate, with and without storms of sign-ins. */
export const signIn: Measure = {
  name: 'sign-in',
  run: async ({ pace, postgres, start, load, tell }) => {
    tell(`sign-in: ${String(BUYERS)} buyers gather, ${String(PEOPLE)} people get accounts`)
    const databaseUrl = await postgres.newDatabase()
    const program = start('shop')
    const { url } = await program.ask(OPEN, { databaseUrl, writes: true })
    const serverUrl = new URL(url.replace(/^ws/, 'http')).origin
    const staff = await hireStaff(databaseUrl, PEOPLE)
    await load.ask(GATHER, { crowd: CROWD, url, otherEnd: 'shop', buyers: BUYERS })
    await load.ask(SPEAK_IN_TURN, { crowd: CROWD, durationMs: pace.warmUpMs })
    await signInAtOnce(serverUrl, staff)

    const rounds = await inTurn([0, PEOPLE], pace.rounds, async (people): Promise<Round> => {
      tell(`sign-in: ${people === 0 ? 'nobody signs in' : `${String(people)} sign in at once`}`)
      const order = { crowd: CROWD, perSecond: MESSAGES_PER_SECOND, durationMs: pace.openLoopMs }
      let isOver = false
      const chat = load.ask(SPEAK_ON_TIME, order).finally(() => (isOver = true))
      const storms: Storm[] = []
      // One storm after the other, so that no quiet second makes the chat look better than it is during one.
      while (people > 0 && !isOver) storms.push(await signInAtOnce(serverUrl, staff))
      return { ...(await chat), storms }
    })
    await load.ask(DISMISS, { crowd: CROWD })
    await program.stop()

    const [quiet = [], stormy = []] = rounds
    const storms = stormy.flatMap((round) => round.storms)
    const p99Ms = median(stormy.map((round) => round.p99Ms))
    return {
      tables: [
        {
          title: `Sign-in storms on PostgreSQL, while ${String(BUYERS)} buyers send ${String(MESSAGES_PER_SECOND)} messages per second`,
          columns: [
            'people at once',
            'chat p50 ms',
            'chat p99 ms',
            'chat refused',
            'in after p50 ms',
            'all in after ms',
            'told to come back',
          ],
          rows: [row('none', quiet, []), row(String(PEOPLE), stormy, storms)],
        },
      ],
      targets: [
        {
          what: `chat p99 while ${String(PEOPLE)} sign in at once`,
          reached: p99Ms,
          bound: { atMost: 200 },
          unit: 'ms',
        },
      ],
    }
  },
}

function row(people: string, rounds: readonly Round[], storms: readonly Storm[]) {
  const ofStorms = (figure: (storm: Storm) => number) =>
    storms.length === 0 ? null : median(storms.map(figure))
  return [
    people,
    median(rounds.map(({ p50Ms }) => p50Ms)),
    median(rounds.map(({ p99Ms }) => p99Ms)),
    rounds.reduce((sum, { refused }) => sum + refused, 0),
    ofStorms(({ tookMs }) => percentile(tookMs, 0.5)),
    ofStorms(({ tookMs }) => Math.max(...tookMs)),
    ofStorms(({ sentAway }) => sentAway),
  ]
}
