import type { AgentKey, SeenAgent } from '../store/agent-presence.ts'

/** Who is here, as one node knows it: consoles that are open on it, and when others were last seen. Reads no clock. */
export interface Roster {
  /** A console of this account opened here; true if it is the account's first. */
  readonly open: (agent: AgentKey) => boolean
  /** One of them closed; true if it was the last. */
  readonly close: (agent: AgentKey) => boolean
  /** Everybody with a console open here. */
  readonly openHere: () => readonly AgentKey[]
  /** Somebody was seen, here or elsewhere; what is older than known changes nothing. */
  readonly note: (agent: SeenAgent) => void
  readonly here: (storeId: number, now: number) => ReadonlySet<number>
  /** The stores whose people are others than when this was last asked. */
  readonly changed: (now: number) => readonly number[]
  /** The next instant at which somebody may stop being here; null: no such. */
  readonly nextEnd: (now: number) => number | null
}

/** Somebody is here with a console open here, or if seen less than `graceMs` ago. */
export function createRoster(graceMs: number): Roster {
  const stores = new Map<number, Map<number, Sight>>()
  const told = new Map<number, string>()

  function sightOf({ storeId, accountId }: AgentKey): Sight {
    const people = stores.get(storeId) ?? new Map<number, Sight>()
    stores.set(storeId, people)
    const sight = people.get(accountId) ?? { consoles: 0, seenAt: 0 }
    people.set(accountId, sight)
    return sight
  }

  const isHere = ({ consoles, seenAt }: Sight, now: number) => consoles > 0 || now - seenAt < graceMs

  function here(storeId: number, now: number): ReadonlySet<number> {
    const people = [...(stores.get(storeId) ?? [])]
    return new Set(people.filter(([, sight]) => isHere(sight, now)).map(([accountId]) => accountId))
  }

  function forgetTheGone(now: number): void {
    for (const [storeId, people] of stores) {
      for (const [accountId, sight] of people) if (!isHere(sight, now)) people.delete(accountId)
      if (people.size === 0) stores.delete(storeId)
    }
  }

  return {
    open: (agent) => {
      const sight = sightOf(agent)
      sight.consoles += 1
      return sight.consoles === 1
    },
    close: (agent) => {
      const sight = sightOf(agent)
      sight.consoles -= 1
      return sight.consoles === 0
    },
    openHere: () =>
      [...stores].flatMap(([storeId, people]) =>
        [...people].flatMap(([accountId, { consoles }]) => (consoles > 0 ? [{ storeId, accountId }] : [])),
      ),
    note: (agent) => {
      const sight = sightOf(agent)
      sight.seenAt = Math.max(sight.seenAt, agent.seenAt)
    },
    here,
    changed: (now) => {
      forgetTheGone(now)
      const known = new Set([...stores.keys(), ...told.keys()])
      return [...known].filter((storeId) => {
        const people = [...here(storeId, now)].sort((a, b) => a - b).join(' ')
        const isNews = (told.get(storeId) ?? '') !== people
        if (people === '') told.delete(storeId)
        else told.set(storeId, people)
        return isNews
      })
    },
    nextEnd: (now) => {
      const ends = [...stores.values()]
        .flatMap((people) => [...people.values()])
        .flatMap(({ consoles, seenAt }) => (consoles > 0 ? [] : [seenAt + graceMs]))
        .filter((end) => end > now)
      return ends.length === 0 ? null : Math.min(...ends)
    },
  }
}

interface Sight {
  /** Open on this node. */
  consoles: number
  seenAt: number
}
