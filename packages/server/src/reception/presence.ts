import type { Bus } from '../bus/bus.ts'

/** Which people of a store are here: those with a live console socket on any node. Buyers see their number (`presence`). */
export interface Presence {
  /** A console socket of this account opened. Returns what to call when it is gone; calling that twice does no harm. */
  readonly arrive: (storeId: number, accountId: number) => () => void
  readonly people: (storeId: number) => number
}

/** Each node repeats who is there, for nodes that have just started … */
const REPEAT_EVERY_MS = 10_000
/** … and is taken for dead when it has not for so long. */
const FORGET_AFTER_MS = 3 * REPEAT_EVERY_MS
/** A wake has to stay small; the number of a crowd may be too low. */
const MAX_NAMED = 500

interface Elsewhere {
  readonly accounts: readonly number[]
  readonly heardAt: number
}

/** Counts accounts, not sockets: a person with three tabs is one person. Changes are told on the bus, in the name of `node`. */
export function createPresence(bus: Bus, node = ''): Presence {
  const here = new Map<number, Map<number, number>>()
  const elsewhere = new Map<number, Map<string, Elsewhere>>()

  bus.subscribe((wake) => {
    if (wake.type !== 'presence' || wake.node === node) return
    const nodes = elsewhere.get(wake.storeId) ?? new Map<string, Elsewhere>()
    if (wake.accounts.length === 0) nodes.delete(wake.node)
    else nodes.set(wake.node, { accounts: wake.accounts, heardAt: performance.now() })
    if (nodes.size > 0) elsewhere.set(wake.storeId, nodes)
    else elsewhere.delete(wake.storeId)
  })
  setInterval(repeat, REPEAT_EVERY_MS).unref()

  function tell(storeId: number): void {
    const accounts = [...(here.get(storeId)?.keys() ?? [])].slice(0, MAX_NAMED)
    bus.publish({ type: 'presence', node, storeId, accounts })
  }

  function repeat(): void {
    forgetTheDead()
    for (const storeId of here.keys()) tell(storeId)
  }

  function forgetTheDead(): void {
    const earliest = performance.now() - FORGET_AFTER_MS
    for (const [storeId, nodes] of elsewhere) {
      for (const [other, { heardAt }] of nodes) {
        if (heardAt >= earliest) continue
        nodes.delete(other)
        tell(storeId)
      }
      if (nodes.size === 0) elsewhere.delete(storeId)
    }
  }

  function count(storeId: number, accountId: number, change: 1 | -1): void {
    const sockets = here.get(storeId) ?? new Map<number, number>()
    const before = sockets.size
    const open = (sockets.get(accountId) ?? 0) + change
    if (open > 0) sockets.set(accountId, open)
    else sockets.delete(accountId)
    if (sockets.size > 0) here.set(storeId, sockets)
    else here.delete(storeId)
    if (sockets.size !== before) tell(storeId)
  }

  return {
    arrive: (storeId, accountId) => {
      count(storeId, accountId, 1)
      let isHere = true
      return () => {
        if (isHere) count(storeId, accountId, -1)
        isHere = false
      }
    },
    people: (storeId) => {
      const others = [...(elsewhere.get(storeId)?.values() ?? [])].flatMap(({ accounts }) => accounts)
      return new Set([...(here.get(storeId)?.keys() ?? []), ...others]).size
    },
  }
}
