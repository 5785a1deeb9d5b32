import type { Alterations } from '../../../packages/server/src/start-server.ts'

/** What happens to the wakes a node hears: none arrive, or each arrives twice and out of order. */
export type WakeTrouble = 'deaf' | 'doubled'

const LONGEST_DELAY_MS = 60

/** A bus in trouble. Wakes are a matter of time only: no message may depend on one. */
export function wakeTrouble(trouble: WakeTrouble): Alterations {
  return {
    bus: (bus) => ({
      ...bus,
      subscribe: (listener) => {
        if (trouble === 'deaf') return bus.subscribe(() => undefined)
        return bus.subscribe((wake) => {
          const deliver = () => setTimeout(listener, Math.random() * LONGEST_DELAY_MS, wake)
          deliver()
          deliver()
        })
      },
    }),
  }
}
