import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { answersOf } from '../../../packages/server/src/store/answers.ts'
import { commitSteps } from '../../../packages/server/src/store/commit-steps.ts'
import { type ConversationRow, loadConversation } from '../../../packages/server/src/store/conversations.ts'
import { failureOf } from '../../../packages/server/src/store/failure.ts'
import { journalOf } from '../../../packages/server/src/store/journal.ts'
import { messagesBetween, type StoredMessage } from '../../../packages/server/src/store/messages.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { timersOf } from '../../../packages/server/src/store/timers.ts'
import { messagesAfter, newConversation, newStore, NOW, stepFrom } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('committing steps on %s', (kind) => {
  let database: TestDatabase
  let storeId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())

  /** One batch at a time, as the committer gives them: the journal is one connection. */
  const commit = (...steps: readonly StepRecord[]) => database.journal.commit(steps)
  const reload = async ({ storeId, id }: ConversationRow) =>
    (await runAsJournal(database, (tx) => loadConversation(tx, { storeId, id })))!
  const messagesOf = (row: ConversationRow) =>
    runAsJournal(database, (tx) => messagesBetween(tx, row, 1, Number.MAX_SAFE_INTEGER, 1_000))
  const plannedFor = (row: ConversationRow) => runAsJournal(database, (tx) => timersOf(tx, row))

  test('writes the row, the messages, the answer, the timer and the journal of a step, and gives each back as it was', async () => {
    const row = await newConversation(database, storeId)
    const session = {
      value: { path: 'ask-size', list: 'ready' },
      context: { answers: { size: 'xl' }, handedTo: null },
      open: { block: 'ask-qty', seq: 2 },
      handling: 'waiting',
      locale: 'en',
      entrance: { entry: 'product', ref: 'trail-750' },
      startedAt: NOW,
      lastAt: NOW,
      timers: { remind: 1 },
      generation: 1,
    } as const
    const buyer = {
      lastContactAt: NOW,
      receivedAt: NOW,
      held: { seq: 2, flowVersion: 3, listVersion: 'l' },
      tapped: true,
    }
    const messages: readonly StoredMessage[] = [
      {
        seq: 1,
        at: NOW,
        author: 'buyer',
        kind: 'buyer',
        content: { kind: 'text', text: "你好, “how” much? 👨‍👩‍👧‍👦 \\u0041 $1 ' ; --" },
        clientId: 'lane-one.1',
        replyTo: null,
        source: null,
        ...{ agentId: null, assisted: null, needsAnswer: false, solved: null },
      },
      {
        seq: 2,
        at: NOW + 1,
        author: 'robot',
        kind: 'smart_question',
        content: {
          kind: 'form',
          text: 'Which size?',
          field: { type: 'choice', options: [{ id: 'xl', label: 'XL' }] },
        },
        clientId: null,
        replyTo: 1,
        source: 'ask-size',
        ...{ agentId: 7, assisted: true, needsAnswer: null, solved: null },
      },
    ]
    const answer = {
      seq: 1,
      variable: 'size',
      question: 'Size?',
      value: ['s', 'xl'],
      shown: 'S, XL',
      unit: null,
      at: NOW,
    }
    const timer = {
      id: 'remind',
      generation: 1,
      kind: 'reminder',
      block: 'ask-size',
      dueAt: NOW + 600_000,
    } as const
    const event = { type: 'buyer.said', at: NOW, text: 'price?' } as const
    const refusals = [{ code: 'HUMAN_IN_CHARGE', because: { day: 3 } }] as const
    const step = stepFrom(row, {
      handling: 'waiting',
      session,
      buyer,
      lanes: { 'lane-one': 1 },
      waitingSince: NOW,
      lastAt: NOW + 1,
      messages,
      answers: [answer],
      schedule: [timer],
      entry: { at: NOW, event, facts: { head: 0, locales: ['en'] }, refusals },
    })
    expect(await commit(step)).toEqual(new Set([row.id]))
    expect(await reload(row)).toEqual({
      ...row,
      revision: 1,
      head: 2,
      handling: 'waiting',
      session,
      buyer,
      lanes: { 'lane-one': 1 },
      waitingSince: NOW,
      lastAt: NOW + 1,
    })
    expect(await messagesOf(row)).toEqual(messages)
    expect(await runAsJournal(database, (tx) => answersOf(tx, row))).toEqual([answer])
    expect(await plannedFor(row)).toEqual([timer])
    expect(await runAsJournal(database, (tx) => journalOf(tx, row))).toEqual([
      { revision: 1, at: NOW, flowVersion: null, event, facts: { head: 0, locales: ['en'] }, refusals },
    ])
  })

  test('of two commits from the same revision one wins, and the other leaves nothing', async () => {
    const row = await newConversation(database, storeId)
    const racers = ['robot', 'agent'] as const
    const committed = await Promise.all(
      racers.map((author) =>
        runAsJournal(database, (tx) =>
          commitSteps(tx, [stepFrom(row, { messages: messagesAfter(0, author) })]),
        ),
      ),
    )
    expect(committed.filter(({ size }) => size === 1)).toHaveLength(1)
    const winner = racers[committed.findIndex(({ size }) => size === 1)]
    expect(await reload(row)).toMatchObject({ revision: 1, head: 1 })
    expect((await messagesOf(row)).map(({ author }) => author)).toEqual([winner])
    expect(await runAsJournal(database, (tx) => journalOf(tx, row))).toHaveLength(1)
  })

  test('of a hundred, three stale ones are left out and touch nothing', async () => {
    const rows = await Promise.all(Array.from({ length: 100 }, () => newConversation(database, storeId)))
    const stale = [rows[7]!, rows[50]!, rows[99]!]
    await commit(...stale.map((row) => stepFrom(row, { messages: messagesAfter(0, 'agent') })))
    const schedule = [{ id: 'remind', generation: 1, kind: 'reminder', block: 'b', dueAt: NOW } as const]
    const batch = rows.map((row) => stepFrom(row, { messages: messagesAfter(0, 'buyer', 'robot'), schedule }))
    const committed = await commit(...batch)
    expect(rows.filter(({ id }) => !committed.has(id))).toEqual(stale)
    for (const row of stale) {
      expect(await reload(row)).toMatchObject({ revision: 1, head: 1 })
      expect((await messagesOf(row)).map(({ author }) => author)).toEqual(['agent'])
      expect(await plannedFor(row)).toEqual([])
    }
    for (const row of rows.filter((row) => !stale.includes(row)).slice(0, 3)) {
      expect((await messagesOf(row)).map(({ author }) => author)).toEqual(['buyer', 'robot'])
    }
  })

  test('a step whose head does not follow from the row’s is left out like a stale one', async () => {
    const row = await newConversation(database, storeId)
    await commit(stepFrom(row, { messages: messagesAfter(0, 'buyer') }))
    const ahead = { ...row, revision: 1, head: 7 }
    expect(await commit(stepFrom(ahead, { messages: messagesAfter(7, 'robot') }))).toEqual(new Set())
    expect(await messagesOf(row)).toHaveLength(1)
  })

  test('seqs with a gap are refused before anything is sent', async () => {
    const row = await newConversation(database, storeId)
    const [first] = messagesAfter(0, 'buyer')
    const gap = stepFrom(row, { messages: [first!, { ...first!, seq: 3 }] })
    await expect(commit(gap)).rejects.toThrow('Message 3 of conversation')
    expect(await reload(row)).toEqual(row)
  })

  test('a conversation twice in a batch is refused before anything is sent', async () => {
    const row = await newConversation(database, storeId)
    await expect(commit(stepFrom(row), stepFrom(row))).rejects.toThrow('twice')
    expect(await reload(row)).toEqual(row)
  })

  test('the database itself keeps two messages from having one seq', async () => {
    const row = await newConversation(database, storeId)
    await commit(stepFrom(row, { messages: messagesAfter(0, 'buyer') }))
    const again = database.asOwner((tx) =>
      tx
        .insertInto('message')
        .values({ storeId, conversationId: row.id, ...messagesAfter(0, 'robot')[0]!, content: '{}' })
        .execute(),
    )
    await expect(again).rejects.toMatchObject({ code: '23505' })
  })

  test('a conversation is found under its own store only', async () => {
    const row = await newConversation(database, storeId)
    const other = await newStore(database)
    expect(
      await commit(stepFrom({ ...row, storeId: other.id }, { messages: messagesAfter(0, 'buyer') })),
    ).toEqual(new Set())
    expect(await reload(row)).toEqual(row)
  })

  test('a row that the database refuses fails its batch whole, says that it is poison, and harms nobody after it', async () => {
    const rows = await Promise.all([newConversation(database, storeId), newConversation(database, storeId)])
    const [good, bad] = rows
    const poison = stepFrom(bad, {
      messages: messagesAfter(0, 'buyer').map((message) => ({ ...message, source: 'nul \u0000' })),
    })
    const failure = await commit(stepFrom(good), poison).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(failureOf(failure)).toBe('poison')
    expect(await Promise.all(rows.map(reload))).toEqual(rows)
    expect(await commit(stepFrom(good))).toEqual(new Set([good.id]))
  })

  test('batches of every size, one after the other in the same memory, keep their own words', async () => {
    const rows = await Promise.all(Array.from({ length: 12 }, () => newConversation(database, storeId)))
    const told = (row: ConversationRow, place: number) =>
      messagesAfter(0, 'agent').map((message) => ({
        ...message,
        content: { kind: 'text', text: `${row.publicId} ${'好'.repeat(place ** 4)}` } as const,
      }))
    const steps = rows.map((row, place) => stepFrom(row, { messages: told(row, place) }))
    const batches = [steps.slice(0, 1), steps.slice(1, 3), steps.slice(3, 8), steps.slice(8)]
    for (const batch of batches) await commit(...batch)
    expect(await Promise.all(rows.map(messagesOf))).toEqual(rows.map(told))
  })

  test('nothing to commit is no statement', async () => {
    expect(await commit()).toEqual(new Set())
  })

  test('whatever mixture of fresh and stale steps is committed, seqs and revisions stay dense', async () => {
    const rows = await Promise.all(Array.from({ length: 3 }, () => newConversation(database, storeId)))
    const plan = fc.array(
      fc.record({ conversation: fc.nat({ max: 2 }), grows: fc.nat({ max: 3 }), stale: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(plan, async (moves) => {
        const now = await Promise.all(rows.map(reload))
        for (const { conversation, grows, stale } of moves) {
          const row = now[conversation]!
          const from = stale ? { ...row, revision: row.revision - 1 } : row
          await commit(
            stepFrom(from, { messages: messagesAfter(row.head, ...Array<'robot'>(grows).fill('robot')) }),
          )
        }
        for (const row of await Promise.all(rows.map(reload))) {
          const seqs = (await messagesOf(row)).map(({ seq }) => seq)
          expect(seqs).toEqual(Array.from({ length: row.head }, (_, place) => place + 1))
          const journal = await runAsJournal(database, (tx) => journalOf(tx, row))
          expect(journal.map(({ revision }) => revision)).toEqual(
            Array.from({ length: row.revision }, (_, place) => place + 1),
          )
        }
      }),
      { numRuns: 15 },
    )
  })
})
