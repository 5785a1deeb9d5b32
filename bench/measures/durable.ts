import { DISMISS } from '../load/load-tasks.ts'
import { openCommitter } from '../stage/committer.ts'
import { closedRound } from '../stage/cost.ts'
import { inTurn } from '../stage/in-turn.ts'
import { openShop } from '../stage/open-shop.ts'
import { judgeDurable } from './judge-durable.ts'
import type { Measure } from './measure.ts'

const BUYERS = 256

/** Closed loop, 256 buyers: the limits, the naive way and ours, in the same rounds. */
export const durable: Measure = {
  name: 'durable',
  run: async (stage) => {
    const { pace, load, tell } = stage
    const buyers = BUYERS
    const shops = []
    tell('durable: starting the path without a database')
    shops.push(await openShop(stage, { name: 'free', database: 'postgres', writes: false, buyers }))
    tell('durable: starting the naive server')
    shops.push(await openShop(stage, { name: 'naive', program: 'naive', database: 'postgres', buyers }))
    tell('durable: starting Shopbell on the embedded database')
    shops.push(await openShop(stage, { name: 'embedded', database: 'embedded', buyers }))
    tell('durable: starting Shopbell on PostgreSQL')
    shops.push(await openShop(stage, { name: 'ours', database: 'postgres', buyers }))
    tell('durable: starting the bare committer')
    const committer = await openCommitter(stage, BUYERS)

    let started = 0
    const ways = [
      () => {
        tell(`durable: round ${String(++started)} of ${String(pace.rounds)}`)
        return committer.commit('own', pace.roundMs)
      },
      () => committer.commit('arrays', pace.roundMs),
      ...shops.map(
        ({ name, program }) =>
          () =>
            closedRound(stage, program, name, pace.roundMs),
      ),
    ]
    const costs = await inTurn(ways, pace.rounds, (way) => way())
    for (const { name, program } of shops) {
      await load.ask(DISMISS, { crowd: name })
      await program.stop()
    }
    await committer.stop()
    const [own = [], arrays = [], free = [], naive = [], embedded = [], ours = []] = costs
    return judgeDurable({ own, arrays, free, naive, embedded, ours })
  },
}
