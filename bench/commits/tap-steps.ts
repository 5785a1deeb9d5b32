import { randomUUID } from 'node:crypto'
import type { Down } from '@shopbell/protocol'
import { createLog } from '@shopbell/server'
import { createInProcessBus } from '../../packages/server/src/bus/in-process-bus.ts'
import { systemClock } from '../../packages/server/src/clock.ts'
import { isRefused } from '../../packages/server/src/reception/refused.ts'
import { createPresence } from '../../packages/server/src/reception/presence.ts'
import { createReception } from '../../packages/server/src/reception/reception.ts'
import { createStores } from '../../packages/server/src/reception/stores.ts'
import { seedDemo } from '../../packages/server/src/seed/seed-demo.ts'
import { createConversation } from '../../packages/server/src/store/conversations.ts'
import type { Database } from '../../packages/server/src/store/database.ts'
import { runAsJournal } from '../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../packages/server/src/store/step-record.ts'

/** Endless steps of many conversations, each the very rows that a tap on a question makes the server write. */
export interface TapSteps {
  /** The next steps of the next `count` conversations; at most as many as there are conversations. */
  readonly next: (count: number) => readonly StepRecord[]
}

/** Makes a demo shop with `count` conversations in which nothing was said yet, and lets a buyer of another one tap once. */
export async function tapSteps(database: Database, count: number): Promise<TapSteps> {
  const template = await recordOneTap(database)
  const ids = await runAsJournal(database, async (tx) => {
    const made: number[] = []
    for (let place = 0; place < count; place += 1) {
      const { id } = await createConversation(tx, {
        storeId: template.storeId,
        publicId: randomUUID(),
        tokenHash: randomUUID(),
        locale: 'en',
        at: template.lastAt,
      })
      made.push(id)
    }
    return made
  })
  const taken = ids.map(() => 0)
  let place = 0
  return {
    next: (wanted) =>
      Array.from({ length: wanted }, () => {
        place = (place + 1) % ids.length
        const steps = taken[place] ?? 0
        taken[place] = steps + 1
        return stepLike(template, ids[place] ?? 0, steps)
      }),
  }
}

/** The template as the step number `steps` (from 0) of another conversation. */
function stepLike(template: StepRecord, conversationId: number, steps: number): StepRecord {
  const { length } = template.messages
  const head = steps * length
  return {
    ...template,
    conversationId,
    expectedRevision: steps,
    head: head + length,
    lanes: { 'bench-lane-1': steps + 1 },
    messages: template.messages.map((message, index) => ({ ...message, seq: head + index + 1 })),
  }
}

/** What the server itself writes for a tap, taken from the real reception on its way to the database. */
async function recordOneTap(database: Database): Promise<StepRecord> {
  const log = createLog('warn', { write: (line) => void process.stderr.write(line) })
  const bus = createInProcessBus(log)
  const written: StepRecord[] = []
  const { journal } = database
  const watched: Database = {
    ...database,
    journal: {
      ...journal,
      commit: (steps) => {
        written.push(...steps)
        return journal.commit(steps)
      },
    },
  }
  const stores = createStores(watched, systemClock)
  const parts = { database: watched, bus, clock: systemClock, log }
  const presence = createPresence(parts)
  const shared = { ...parts, stores, presence }
  const reception = createReception({ ...shared, ownOrigin: () => 'http://127.0.0.1' })
  const store = await stores.byPublicId((await seedDemo(shared, 'http://127.0.0.1')) ?? '')
  if (store === null) throw new Error('The demo store is missing.')

  const heard: Down[] = []
  const visit = await reception.hello(
    store.id,
    { after: 0, locale: 'en' },
    {
      say: (frames) => void heard.push(...frames),
      refuse: () => undefined,
      drained: () => Promise.resolve(),
    },
  )
  if (isRefused(visit)) throw new Error(`The buyer was refused: ${visit.refused}.`)
  await visit.follow()
  await reception.enter(visit.key, { entry: 'store_home' })
  const list = heard.find((frame) => frame.type === 'message' && frame.content.kind === 'choices')
  if (list?.type !== 'message') throw new Error('No list of questions came.')
  await reception.receive(visit.key, {
    id: 'bench-lane-1.1',
    content: { kind: 'choice', message: list.seq, option: 'moq' },
  })
  await presence.stop()
  const tap = written.at(-1)
  if (tap?.entry.event.type !== 'buyer.tapped') throw new Error('The tap was not written.')
  return tap
}
