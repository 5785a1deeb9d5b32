import { setTimeout as sleep } from 'node:timers/promises'
import { REAL_TIME } from '../people/simulated-buyer.ts'
import { untilWelcome } from '../people/until-welcome.ts'
import type { Operation } from '../history/operation.ts'
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
/** Longer than the server waits for the answer to a ping: where the kernel swallows all that is said, that is what tells. */
const STALLED_MS = 10_000
/** What the kernel held has to be read first; the close comes behind it. */
const CUT_WITHIN_MS = 120_000

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
    await untilWelcome(writers)
    // A second tab of each, whose owner closes the laptop.
    const readers = writers.flatMap(({ storage }) =>
      crowd.join(1, { port: stalling.port, storage, pauseMs: null, speed: REAL_TIME }),
    )
    await untilWelcome(readers)
    stalling.set('stall-down')
    noteFault('readers stand still')
    const stalledAt = performance.now()
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
    await sleep(Math.max(0, stalledAt + STALLED_MS - performance.now()))
    stalling.set('pass')
    noteFault('readers are ready')
    const names = new Set(readers.map(({ name }) => name))
    const until = performance.now() + CUT_WITHIN_MS
    while (cutOff(history.operations(), names).length < READERS && performance.now() < until) await sleep(50)
    const cut = cutOff(history.operations(), names)
    if (cut.length < READERS)
      complain(`${String(READERS - cut.length)} readers who stood still were not cut off.`)
    const grown = most - before
    if (grown > MOST_GROWTH_BYTES) complain(`The server grew by ${String(grown)} bytes for slow readers.`)
    return [`grew by ${String(Math.round(grown / MEGABYTE))} MB; closed with ${cut.join(', ')}`]
  },
}

/** The codes with which the server closed connections of these clients; the widget's own hanging up is 0. */
function cutOff(history: readonly Operation[], clients: ReadonlySet<string>): readonly number[] {
  return history.flatMap((one) =>
    one.f === 'closed' && one.code !== 0 && clients.has(one.client) ? [one.code] : [],
  )
}
