import type { Alterations } from '../../../packages/server/src/start-server.ts'
import type { Moment } from './moment.ts'

/** Where a node dies: when it comes to the moment for the n-th time. */
export interface Crash {
  readonly at: Moment
  readonly hit: number
}

/** Puts the moments between the server's parts, and kills the process at the chosen one, with SIGKILL: nothing gets a last word. */
export function crashAt({ at, hit }: Crash): Alterations {
  let left = hit
  const reach = (moment: Moment): void => {
    if (moment !== at) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  }
  /** After whatever was begun has been handed to the sockets of the operating system. */
  const reachSoon = (moment: Moment): void => void setImmediate(reach, moment)

  return {
    database: (database) => ({
      ...database,
      journal: {
        ...database.journal,
        commit: async (steps) => {
          reach('writing')
          const committing = database.journal.commit(steps)
          reachSoon('sent')
          const committed = await committing
          reach('committed')
          return committed
        },
      },
    }),
    bus: (bus) => ({
      ...bus,
      publish: (wake) => {
        if (wake.type === 'conversation') reach('shown')
        bus.publish(wake)
        if (wake.type === 'conversation') reach('woken')
      },
    }),
    reception: (reception) => ({
      ...reception,
      hello: async (...greeting) => {
        reach('hello')
        const visit = await reception.hello(...greeting)
        reach('welcomed')
        return visit
      },
      enter: (...entrance) => {
        reach('entering')
        return reception.enter(...entrance)
      },
      receive: async (...message) => {
        reach('received')
        const outcome = await reception.receive(...message)
        reach('answering')
        reachSoon('answered')
        return outcome
      },
      range: (...range) => {
        reach('ranging')
        return reception.range(...range)
      },
      reply: async (...reply) => {
        reach('replying')
        const stored = await reception.reply(...reply)
        reach('replied')
        return stored
      },
      fireTimer: async (timer) => {
        reach('timer-due')
        await reception.fireTimer(timer)
        reach('timer-fired')
      },
    }),
  }
}
