import { memoryStorage } from '../../../packages/widget/src/connection/lasting-storage.ts'
import { openBuyer } from '../../tools/raw-buyer.ts'
import type { Fault } from '../run/fault.ts'
import type { Arena } from '../stage/arena.ts'
import { FAULT_STORE } from '../stage/seed-shop.ts'

const TABS = 8
/** Buyers who do it at the same time. */
const AT_ONCE = 5

export const firstMessages: Fault = {
  id: 'F9',
  title: 'Two nodes: eight tabs of a new buyer write their first message at once (a round is a buyer)',
  rounds: { short: 20, nightly: 1_000 },
  roundsPerBlock: 50,
  deal: async (arena, rounds) => {
    const { complain, crowd, patienceMs, startWhole } = arena
    const nodes = [await startWhole({}, 0), await startWhole({}, 1)]
    for (let round = 0; round < rounds; round += AT_ONCE) {
      const many = Math.min(AT_ONCE, rounds - round)
      await Promise.all(Array.from({ length: many }, () => writeAtOnce(arena, nodes[0]?.port ?? 0)))
      await crowd.quiet(patienceMs)
    }
    await reconnectAll(arena)
    const { watch } = arena.backing
    const greetings = await watch?.run(
      `select count(*) as greetings from message where kind = 'welcome' group by store_id, conversation_id`,
    )
    const doubled = greetings?.filter((row) => Number(row['greetings']) !== 1) ?? []
    if (greetings?.length !== rounds || doubled.length > 0) {
      const counts = `${String(greetings?.length)} conversations were greeted, ${String(doubled.length)} more than once`
      complain(`${String(rounds)} buyers wrote: ${counts}.`)
    }
    return []
  },
}

/** A buyer whose browser has a token, and eight tabs that wake up at the same time, half of them on each node. */
async function writeAtOnce({ crowd, links }: Arena, port: number): Promise<void> {
  const storage = memoryStorage()
  const first = await openBuyer(`http://127.0.0.1:${String(port)}`, { store: FAULT_STORE })
  const { token } = await first.hello()
  first.drop()
  storage.setItem(`shopbell:${FAULT_STORE}:token`, token)
  for (let tab = 0; tab < TABS; tab += 1) {
    const link = links[tab % 2 === 0 ? 0 : 1]
    const [buyer] = crowd.join(1, { port: link.port, storage, pauseMs: null })
    buyer?.write()
  }
}

/** What another node stored meanwhile reaches a client at the latest when it resumes. */
export async function reconnectAll({ crowd, patienceMs }: Arena): Promise<void> {
  crowd.hush()
  await crowd.quiet(patienceMs)
  for (const { connection } of crowd.buyers()) connection.networkReturned()
}
