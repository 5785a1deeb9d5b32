import { setTimeout as sleep } from 'node:timers/promises'
import { messageFrame } from '../../../../packages/server/src/reception/announce.ts'
import type { Listener } from '../../../../packages/server/src/reception/listener.ts'
import type { Alterations } from '../../../../packages/server/src/start-server.ts'
import { withCommit } from './with-commit.ts'

const WRITTEN_AFTER_MS = 20

/** Shows messages to the buyer's sockets first, and commits them then. */
export function shownBeforeCommit(): Alterations {
  const listeners = new Map<number, Set<Listener>>()
  return {
    database: (database) =>
      withCommit(database, (commit) => async (steps) => {
        for (const { conversationId, messages } of steps) {
          for (const listener of listeners.get(conversationId) ?? []) listener.say(messages.map(messageFrame))
        }
        await sleep(WRITTEN_AFTER_MS)
        return commit(steps)
      }),
    reception: (reception) => ({
      ...reception,
      hello: async (storeId, greeting, listener) => {
        const visit = await reception.hello(storeId, greeting, listener)
        if (!('key' in visit)) return visit
        const all = listeners.get(visit.key.id) ?? new Set()
        listeners.set(visit.key.id, all.add(listener))
        return { ...visit, leave: () => (all.delete(listener), visit.leave()) }
      },
    }),
  }
}
