import type { Fault } from '../run/fault.ts'

/** One in twenty sends loses its connection a moment later: before, while or after the server answers. */
const CUT = 0.05
const LATEST_CUT_MS = 4
const BUYERS = 40
const LOOK_EVERY_MS = 20

export const repliesCut: Fault = {
  id: 'F5',
  title: 'Connections are destroyed 0–4 ms after a send, in 5 % of sends (a round is a send)',
  rounds: { short: 2_500, nightly: 100_000 },
  roundsPerBlock: 5_000,
  deal: async ({ chance, crowd, links, startWhole }, rounds) => {
    await startWhole()
    const own = chance.branch()
    const cutAfterSend = () => (own.happens(CUT) ? own.between(0, LATEST_CUT_MS) : null)
    const buyers = crowd.join(BUYERS, { port: links[0].port, pauseMs: null, cutAfterSend })
    let written = 0
    while (written < rounds) {
      for (const buyer of buyers) {
        if (written < rounds && buyer.connection.state().outbox.length < 5) {
          buyer.write()
          written += 1
        }
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    return []
  },
}
