import type { Chance } from '../chance.ts'
import type { History } from '../history/history.ts'
import { openSimulatedAgent } from './simulated-agent.ts'
import { openSimulatedBuyer, type SimulatedBuyer, type SimulatedBuyerOptions } from './simulated-buyer.ts'

/** Many buyers who write on and on, and a person who answers some of them. */
export interface Crowd {
  /** Buyers come in through a port, open the chat and begin to write. */
  readonly join: (count: number, options: JoinOptions) => readonly SimulatedBuyer[]
  /** The person begins to answer. */
  readonly employ: (port: number, apiToken: string) => void
  readonly buyers: () => readonly SimulatedBuyer[]
  /** Nobody begins anything new; what was begun goes on until it is stored. */
  readonly hush: () => void
  /** Resolves when all that was written is stored and shown, with null; else, when time is up, with who still waits. */
  readonly quiet: (withinMs: number) => Promise<string | null>
  readonly noteHeld: () => void
  readonly leave: () => void
}

export interface JoinOptions extends Partial<
  Omit<SimulatedBuyerOptions, 'name' | 'history' | 'chance' | 'port'>
> {
  readonly port: number
  /** Longest pause between two messages of a buyer; null: they do not write by themselves. */
  readonly pauseMs?: number | null
}

const PAUSE_MS = 120
const REPLY_EVERY_MS = 150
const LOOK_EVERY_MS = 20
/** More than this unsent, and a person waits before writing on. */
const MOST_UNSENT = 3

export function gatherCrowd(history: History, chance: Chance): Crowd {
  const buyers: SimulatedBuyer[] = []
  /** Those who write by themselves: only they get a person's answer, so that the others' timers come due. */
  const writers: SimulatedBuyer[] = []
  const clocks = new Set<NodeJS.Timeout>()
  const giveUps: (() => void)[] = []
  let isHushed = false
  let repliesUnderWay = 0

  const later = (work: () => void, ms: number) => {
    const timer = setTimeout(() => {
      clocks.delete(timer)
      if (!isHushed) work()
    }, ms)
    clocks.add(timer)
  }
  const writeOn = (buyer: SimulatedBuyer, own: Chance, pauseMs: number) => {
    later(
      () => {
        if (buyer.connection.state().outbox.length < MOST_UNSENT) buyer.write()
        writeOn(buyer, own, pauseMs)
      },
      own.between(1, pauseMs),
    )
  }

  return {
    join: (count, { pauseMs = PAUSE_MS, ...options }) =>
      Array.from({ length: count }, () => {
        const own = chance.branch()
        const name = `buyer ${String(buyers.length + 1)}`
        const buyer = openSimulatedBuyer({ ...options, name, history, chance: own })
        buyers.push(buyer)
        buyer.connection.enter({ entry: 'product' })
        if (pauseMs !== null) {
          writers.push(buyer)
          writeOn(buyer, own.branch(), pauseMs)
        }
        return buyer
      }),
    employ: (port, apiToken) => {
      const own = chance.branch()
      const agent = openSimulatedAgent({ name: 'agent', port, apiToken, history, chance: own })
      giveUps.push(agent.giveUp)
      const work = () => {
        const met = writers.filter(({ connection }) => connection.state().welcome !== null)
        const conversation = met.length === 0 ? undefined : own.pick(met).connection.state().welcome
        if (!conversation) {
          later(work, REPLY_EVERY_MS)
          return
        }
        repliesUnderWay += 1
        void agent.reply(conversation.conversation).finally(() => {
          repliesUnderWay -= 1
          later(work, REPLY_EVERY_MS)
        })
      }
      later(work, REPLY_EVERY_MS)
    },
    buyers: () => buyers,
    hush: () => {
      isHushed = true
      for (const clock of clocks) clearTimeout(clock)
    },
    quiet: async (withinMs) => {
      const until = performance.now() + withinMs
      while (repliesUnderWay > 0 || buyers.some((buyer) => !buyer.isQuiet())) {
        if (performance.now() > until) return tellUnrest(buyers, repliesUnderWay)
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
      }
      return null
    },
    noteHeld: () => {
      for (const buyer of buyers) buyer.noteHeld()
    },
    leave: () => {
      for (const giveUp of giveUps) giveUp()
      for (const { connection } of buyers) connection.end()
    },
  }
}

function tellUnrest(buyers: readonly SimulatedBuyer[], replies: number): string {
  const waiting = buyers.flatMap((buyer) => {
    if (buyer.isQuiet()) return []
    const { phase, outbox } = buyer.connection.state()
    const refusals = outbox.flatMap(({ refusal }) => refusal?.code ?? [])
    return [`${buyer.name} is ${phase} with ${String(outbox.length)} unsent ${refusals.join(' ')}`.trimEnd()]
  })
  return [...waiting, `${String(replies)} replies under way`].join('; ')
}
