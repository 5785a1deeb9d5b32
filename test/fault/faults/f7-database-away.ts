import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../run/fault.ts'
import type { Arena } from '../stage/arena.ts'

const MEGABYTE = 1_048_576
/** What waiting may cost a node; what does not fit is refused. */
const MOST_GROWTH_BYTES = 150 * MEGABYTE

interface Absence {
  readonly name: string
  readonly begin: (arena: Arena) => void | Promise<void>
  readonly end: (arena: Arena) => void | Promise<void>
}

const ABSENCES: readonly Absence[] = [
  {
    name: 'stopped',
    begin: ({ world }) => world.postgres.pause(),
    end: ({ world }) => world.postgres.resume(),
  },
  { name: 'dead', begin: ({ world }) => world.postgres.kill(), end: ({ world }) => world.postgres.restart() },
  {
    name: 'refusing',
    begin: ({ world }) => world.link.set('refuse'),
    end: ({ world }) => world.link.set('pass'),
  },
  {
    name: 'frozen',
    begin: ({ world }) => world.link.set('freeze'),
    end: ({ world }) => world.link.set('pass'),
  },
]

export const databaseAway: Fault = {
  id: 'F7',
  title: 'PostgreSQL is away for seconds: stopped, dead, refusing, frozen on the network',
  rounds: { short: 4, nightly: 40 },
  roundsPerBlock: 4,
  deal: async (arena, rounds) => {
    const { backing, chance, complain, crowd, links, noteFault, seed, startWhole } = arena
    const node = await startWhole()
    crowd.join(20, { port: links[0].port })
    crowd.employ(links[0].port, backing.apiToken)
    await sleep(500)
    const before = node.residentBytes()
    for (let round = 0; round < rounds; round += 1) {
      const absence = ABSENCES[round % ABSENCES.length]
      if (absence === undefined) continue
      noteFault(`the database is ${absence.name}`)
      await absence.begin(arena)
      // Once in five blocks as long as an operator needs to notice.
      await sleep(rounds > 1 && round === 0 && seed % 5 === 4 ? 30_000 : chance.between(800, 3_000))
      await absence.end(arena)
      noteFault('the database is ready')
      await sleep(500)
    }
    if (!node.isAlive()) complain(`The server died without its database:\n${node.output()}`)
    const grown = node.residentBytes() - before
    if (grown > MOST_GROWTH_BYTES) complain(`The server grew by ${String(grown)} bytes while it waited.`)
    return [`grew by ${String(Math.round(grown / MEGABYTE))} MB`]
  },
}
