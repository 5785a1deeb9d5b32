import { expect, test } from 'vitest'
import type { Operation } from '../history/operation.ts'
import { checkHistory } from './check-history.ts'
import { cleanRun } from './clean-history.ts'
import type { KeptConversation, Snapshot } from './snapshot.ts'
import { type Invariant, INVARIANTS } from './violation.ts'

const { history, snapshot } = cleanRun()

test('a run in which nothing went wrong is accepted', () => {
  expect(checkHistory(history, snapshot)).toEqual([])
})

test('sends without an answer may be stored or not', () => {
  const silent = history.filter(({ f }) => f !== 'stored')
  const unsent = { f: 'write', client: 'first', at: 0, id: 'laneaaaa.3', text: 'never stored' } as const
  const sent = { f: 'send', client: 'first', at: 0, connection: 2, id: 'laneaaaa.3' } as const
  expect(checkHistory([...silent, unsent, sent], snapshot)).toEqual([])
})

test('what is asked for by range may come again', () => {
  const range = { f: 'range', client: 'second', at: 0, connection: 3, from: 1, to: 2 } as const
  const again = history.filter((one) => one.f === 'message' && one.connection === 3 && one.seq <= 2)
  expect(checkHistory([...history, range, ...again], snapshot)).toEqual([])
})

/** The operations with those of one kind changed, or left out where the change says null. */
function doctored<F extends Operation['f']>(
  f: F,
  change: (operation: Extract<Operation, { f: F }>, place: number) => Operation | null,
): readonly Operation[] {
  let place = -1
  const isOne = (operation: Operation): operation is Extract<Operation, { f: F }> => operation.f === f
  return history.flatMap((operation) => {
    if (!isOne(operation)) return [operation]
    place += 1
    return change(operation, place) ?? []
  })
}

function kept(change: (conversation: KeptConversation) => Partial<KeptConversation>): Snapshot {
  return { ...snapshot, conversations: snapshot.conversations.map((one) => ({ ...one, ...change(one) })) }
}

/** Histories and databases that lie, one line for one lie. */
const LIES: readonly (readonly [Invariant, string, readonly Operation[], Snapshot])[] = [
  [
    'I1',
    'an acknowledged message is not in the database',
    [...history, { f: 'stored', client: 'first', at: 0, connection: 2, id: 'laneaaaa.9', seq: 3 }],
    snapshot,
  ],
  [
    'I1',
    'an acknowledgement names another seq than the database',
    doctored('stored', (one) => ({ ...one, seq: one.seq + 1 })),
    snapshot,
  ],
  [
    'I2',
    'a message is stored twice',
    history,
    kept(({ head, messages }) => {
      const twice = messages.find(({ clientId }) => clientId === 'laneaaaa.1')!
      return { head: head + 1, messages: [...messages, { ...twice, seq: head + 1 }] }
    }),
  ],
  [
    'I2',
    'two acknowledgements of one message name two seqs',
    doctored('stored', (one, place) => (place === 2 ? { ...one, seq: one.seq - 1 } : one)),
    snapshot,
  ],
  [
    'I3',
    'a seq is missing',
    history,
    kept(({ messages }) => ({ messages: messages.filter(({ seq }) => seq !== 2) })),
  ],
  ['I3', 'the head is not the last seq', history, kept(({ head }) => ({ head: head + 1 }))],
  [
    'I4',
    'a client was shown other words than are stored',
    doctored('message', (one, place) => (place === 3 ? { ...one, body: 'otherwise' } : one)),
    snapshot,
  ],
  [
    'I4',
    'a client was shown a message that is not stored',
    [
      ...history,
      {
        f: 'message',
        client: 'second',
        at: 0,
        connection: 3,
        seq: snapshot.conversations[0]!.head + 1,
        body: 'x',
        id: null,
      },
    ],
    snapshot,
  ],
  [
    'I5',
    'a connection was not given one message',
    doctored('message', (one) => (one.connection === 3 && one.seq === 2 ? null : one)),
    snapshot,
  ],
  [
    'I5',
    'a connection was given one message twice',
    history.flatMap((one) =>
      one.f === 'message' && one.connection === 3 && one.seq === 2 ? [one, one] : [one],
    ),
    snapshot,
  ],
  [
    'I5',
    'a client resumes after more than it was given',
    doctored('hello', (one) => (one.connection === 2 ? { ...one, after: one.after + 1 } : one)),
    snapshot,
  ],
  [
    'I6',
    'two messages are stored the other way round',
    doctored('write', (one, place) =>
      place === 0
        ? { ...one, id: 'laneaaaa.2', text: 'Samples?' }
        : place === 1
          ? { ...one, id: 'laneaaaa.1', text: 'MOQ?' }
          : one,
    ),
    snapshot,
  ],
  [
    'I7',
    'a client does not hold the last message',
    doctored('held', (one, place) => (place === 1 ? { ...one, bodies: one.bodies.slice(0, -1) } : one)),
    snapshot,
  ],
  [
    'I8',
    'a buyer’s message is stored that nobody wrote',
    doctored('write', (one) => (one.id === 'laneaaaa.2' ? null : one)),
    snapshot,
  ],
  [
    'I8',
    'other words are stored than were written',
    doctored('write', (one, place) => (place === 0 ? { ...one, text: 'Lead time?' } : one)),
    snapshot,
  ],
  [
    'I9',
    'the robot said something else than the engine',
    history,
    kept(({ messages }) => ({
      messages: messages.map((one) =>
        one.author === 'robot' ? { ...one, content: { kind: 'text', text: 'otherwise' } } : one,
      ),
    })),
  ],
  [
    'I9',
    'a step is missing in the journal',
    history,
    kept(({ journal }) => ({ journal: journal.filter(({ revision }) => revision !== 2) })),
  ],
  [
    'I9',
    'a step was taken twice',
    history,
    kept(({ journal }) => ({
      journal: journal
        .flatMap((one) => (one.revision === 2 ? [one, one] : [one]))
        .map((one, place) => ({
          ...one,
          revision: place + 1,
        })),
    })),
  ],
  [
    'I10',
    'a timer fired early',
    history,
    kept(({ journal }) => ({
      journal: journal.map((one) =>
        one.event.type === 'timer.fired'
          ? { ...one, event: { ...one.event, at: one.event.at - 1_000 } }
          : one,
      ),
    })),
  ],
  [
    'I10',
    'a timer fired that was never armed',
    history,
    kept(({ journal }) => ({
      journal: journal.map((one) =>
        one.event.type === 'timer.fired' ? { ...one, event: { ...one.event, generation: 99 } } : one,
      ),
    })),
  ],
  [
    'I10',
    'a timer that has fired still waits',
    history,
    kept(({ journal, timers }) => {
      const fired = journal.find(({ event }) => event.type === 'timer.fired')!.event
      const row =
        fired.type === 'timer.fired' ? [{ id: fired.id, generation: fired.generation, dueAt: 0 }] : []
      return { timers: [...timers, ...row] }
    }),
  ],
  [
    'I10',
    'a timer was forgotten',
    history,
    kept(({ journal }) => ({
      journal: journal.slice(
        0,
        journal.findIndex(({ event }) => event.type === 'timer.fired'),
      ),
    })),
  ],
]

test.for(LIES)('%s catches: %s', ([invariant, , operations, database]) => {
  expect(checkHistory(operations, database).map((one) => one.invariant)).toContain(invariant)
})

test('every promise has a lie that it catches', () => {
  const caught = new Set(LIES.map(([invariant]) => invariant))
  expect(Object.keys(INVARIANTS).filter((invariant) => !caught.has(invariant as Invariant))).toEqual([])
})
