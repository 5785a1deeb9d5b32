import { setTimeout as sleep } from 'node:timers/promises'
import { REAL_TIME } from '../people/simulated-buyer.ts'
import type { Fault } from '../run/fault.ts'

const MEGABYTE = 1_048_576
/** A megabyte for each reader is the bound; the rest is what Node takes for 20 MB of messages that pass. */
const MOST_GROWTH_BYTES = 200 * MEGABYTE
const READERS = 3
/** A text of 4,000 characters of three bytes each: 12 KB, as large as a buyer may send. */
const LONG_TEXT = '铃'.repeat(4_000)
/** More than the kernel's buffers and the server's bound together. */
const TEXTS = 600
const NORMAL_BUYERS = 10

export const slowReaders: Fault = {
  id: 'F12',
  title: 'Readers stop reading while megabytes are said to them; the others chat on',
  rounds: { short: 1, nightly: 10 },
  roundsPerBlock: 1,
  deal: async ({ complain, crowd, history, links, noteFault, openLink, startWhole }) => {
    const node = await startWhole()
    const stalling = await openLink(node)
    crowd.join(NORMAL_BUYERS, { port: links[0].port })
    const writers = crowd.join(READERS, { port: links[0].port, pauseMs: null, speed: REAL_TIME })
    await sleep(1_000)
    // A second tab of each, whose owner closes the laptop.
    const readers = writers.flatMap(({ storage }) =>
      crowd.join(1, { port: stalling.port, storage, pauseMs: null, speed: REAL_TIME }),
    )
    await sleep(500)
    stalling.set('stall-down')
    noteFault('readers stand still')
    const before = node.residentBytes()
    let most = before
    for (let said = 0; said < TEXTS;) {
      for (const writer of writers) {
        if (writer.connection.state().outbox.length > 20) continue
        writer.write(LONG_TEXT)
        said += 1 / READERS
      }
      most = Math.max(most, node.residentBytes())
      await sleep(1)
    }
    stalling.cut()
    stalling.set('pass')
    noteFault('readers are ready')
    for (const { connection } of readers) connection.networkReturned()
    const grown = most - before
    if (grown > MOST_GROWTH_BYTES) complain(`The server grew by ${String(grown)} bytes for slow readers.`)
    const cut = history.operations().filter((one) => one.f === 'closed' && one.code === 4408).length
    return [`grew by ${String(Math.round(grown / MEGABYTE))} MB; ${String(cut)} readers saw 4408`]
  },
}
