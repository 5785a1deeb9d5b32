import type { Bus } from '../bus/bus.ts'

/** Which people of a store are here: those with a live console socket. Buyers see their number (`presence`). */
export interface Presence {
  /** A console socket of this account opened. Returns what to call when it is gone; calling that twice does no harm. */
  readonly arrive: (storeId: number, accountId: number) => () => void
  readonly people: (storeId: number) => number
}

/** Counts accounts, not sockets: a person with three tabs is one person. Changes are told on the bus. */
export function createPresence(bus: Bus): Presence {
  const socketsByStore = new Map<number, Map<number, number>>()
  const people = (storeId: number) => socketsByStore.get(storeId)?.size ?? 0

  function count(storeId: number, accountId: number, change: 1 | -1): void {
    const before = people(storeId)
    const sockets = socketsByStore.get(storeId) ?? new Map<number, number>()
    const open = (sockets.get(accountId) ?? 0) + change
    if (open > 0) sockets.set(accountId, open)
    else sockets.delete(accountId)
    if (sockets.size > 0) socketsByStore.set(storeId, sockets)
    else socketsByStore.delete(storeId)
    if (sockets.size !== before) bus.publish({ type: 'presence', storeId, people: sockets.size })
  }

  return {
    arrive: (storeId, accountId) => {
      count(storeId, accountId, 1)
      let here = true
      return () => {
        if (here) count(storeId, accountId, -1)
        here = false
      }
    },
    people,
  }
}
