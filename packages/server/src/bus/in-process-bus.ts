import type { Logger } from 'pino'
import type { Bus, Wake } from './bus.ts'

/** The bus of a single node: listeners are called at once, and one that throws does not keep the others from hearing. */
export function createInProcessBus(log: Logger): Bus {
  const listeners = new Set<(wake: Wake) => void>()
  return {
    publish: (wake) => {
      for (const listener of listeners) {
        try {
          listener(wake)
        } catch (error) {
          log.error({ err: error, wake: wake.type }, 'a listener of the bus failed')
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
