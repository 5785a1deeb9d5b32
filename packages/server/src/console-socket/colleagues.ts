import type { Logger } from 'pino'
import type { Bus } from '../bus/bus.ts'
import { type Colleague, readTeam } from '../inbox/team.ts'
import type { Presence } from '../reception/presence.ts'
import type { Database } from '../store/database.ts'
import type { Attending } from './attending.ts'
import { coalesce, type Coalesced } from './coalesce.ts'
import type { ConsoleConnection } from './connect-console.ts'

export interface ColleagueParts {
  readonly database: Database
  readonly bus: Bus
  readonly log: Logger
  readonly presence: Presence
  readonly attending: Attending
}

/** Shows the people of a store to each other: who is there, and who has the same conversation open. */
export interface Colleagues {
  /** The team of this store may have changed, or somebody has not seen it yet. */
  readonly showTeam: (storeId: number) => void
  readonly showOthers: (storeId: number, conversationId: number) => void
  readonly stop: () => void
}

/** Reads a store's team once for all of its consoles here, and only while there are any. */
export function createColleagues(
  { database, bus, log, presence, attending }: ColleagueParts,
  open: ReadonlySet<ConsoleConnection>,
): Colleagues {
  const readers = new Map<number, Coalesced>()
  const teams = new Map<number, readonly Colleague[]>()
  const ofStore = (storeId: number) => [...open].filter(({ actor }) => actor()?.storeId === storeId)
  const deafen = [
    presence.onChange(showTeam),
    bus.subscribe((wake) => {
      if (wake.type === 'presence') showTeam(wake.storeId)
      if (wake.type === 'missed') for (const storeId of teams.keys()) showTeam(storeId)
    }),
  ]

  function readerOf(storeId: number): Coalesced {
    const reader = coalesce(
      async () => {
        try {
          const team = await readTeam({ database, presence }, storeId)
          teams.set(storeId, team)
          const people = team.map(({ id, name, status }) => ({ id, name, status }))
          for (const { outgoing } of ofStore(storeId)) outgoing.say([{ type: 'team', people }])
        } catch (error) {
          log.error({ err: error, storeId }, 'the team of a store could not be read')
        }
      },
      () => readers.delete(storeId),
    )
    readers.set(storeId, reader)
    return reader
  }

  function showTeam(storeId: number): void {
    if (ofStore(storeId).length > 0) (readers.get(storeId) ?? readerOf(storeId)).run()
    else teams.delete(storeId)
  }

  return {
    showTeam,
    showOthers: (storeId, conversationId) => {
      const team = teams.get(storeId) ?? []
      const there = attending.of(conversationId)
      for (const { actor, watch, outgoing } of ofStore(storeId)) {
        const watched = watch()
        if (watched?.key.id !== conversationId) continue
        const others = there.flatMap(({ accountId, writes }) => {
          const colleague = team.find((one) => one.accountId === accountId)
          if (colleague === undefined || accountId === actor()?.accountId) return []
          return [{ id: colleague.id, name: colleague.name, writes }]
        })
        outgoing.say([{ type: 'others', conversation: watched.publicId, others }])
      }
    },
    stop: () => {
      for (const stop of deafen) stop()
    },
  }
}
