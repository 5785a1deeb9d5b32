import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import {
  listConversations,
  listedConversation,
  UNREAD_SHOWN,
  type InboxView,
} from '../../../packages/server/src/store/conversation-list.ts'
import {
  type ConversationRow,
  loadConversation,
  markReadByAgent,
  markReadByBuyer,
} from '../../../packages/server/src/store/conversations.ts'
import {
  findSentMessage,
  messagesBefore,
  messagesBetween,
} from '../../../packages/server/src/store/messages.ts'
import { runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { dropTimer, dueTimers, nextTimerAt } from '../../../packages/server/src/store/timers.ts'
import { HOUR, messagesAfter, newAccount, newConversation, newStore, NOW, stepFrom } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('reading conversations on %s', (kind) => {
  let database: TestDatabase
  let storeId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    storeId = (await newStore(database)).id
  })

  const conversationWith = async (changes: Partial<StepRecord>): Promise<ConversationRow> => {
    const row = await newConversation(database, storeId)
    await database.journal.commit([stepFrom(row, changes)])
    return (await runAsJournal(database, (tx) => loadConversation(tx, row)))!
  }

  describe('messages', () => {
    test('come by range, ascending, as many as wanted', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, ...Array<'robot'>(9).fill('robot')) })
      const seqs = (from: number, to: number, limit: number) =>
        runAsJournal(database, async (tx) =>
          (await messagesBetween(tx, row, from, to, limit)).map(({ seq }) => seq),
        )
      expect(await seqs(3, 6, 10)).toEqual([3, 4, 5, 6])
      expect(await seqs(3, 99, 2)).toEqual([3, 4])
      expect(await seqs(10, 99, 2)).toEqual([])
    })

    test('come as a page before a seq, ascending, the last of all without one', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, ...Array<'robot'>(9).fill('robot')) })
      const seqs = (before: number | null) =>
        runAsStore(database, storeId, async (tx) =>
          (await messagesBefore(tx, row, before, 3)).map(({ seq }) => seq),
        )
      expect(await seqs(null)).toEqual([7, 8, 9])
      expect(await seqs(7)).toEqual([4, 5, 6])
      expect(await seqs(1)).toEqual([])
    })

    test('are found again by the id their sender gave them, in their own conversation and from a seq on', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, 'buyer', 'robot', 'buyer') })
      const other = await conversationWith({ messages: messagesAfter(0, 'buyer') })
      const find = (of: ConversationRow, clientId: string, fromSeq = 1) =>
        runAsJournal(database, (tx) => findSentMessage(tx, of, clientId, fromSeq))
      expect(await find(row, 'lane-one.3')).toBe(3)
      expect(await find(row, 'lane-one.1')).toBe(1)
      expect(await find(row, 'lane-one.1', 2)).toBeNull()
      expect(await find(row, 'lane-one.2')).toBeNull()
      expect(await find(other, 'lane-one.3')).toBeNull()
    })
  })

  describe('the inbox', () => {
    const page = (view: InboxView, limit = 10, before?: string) =>
      runAsStore(database, storeId, (tx) => listConversations(tx, storeId, { view, limit, before }))
    const everyPage = async (view: InboxView, limit: number) => {
      const ids: number[] = []
      for (let before: string | undefined, more = true; more;) {
        const { conversations, next } = await page(view, limit, before)
        expect(conversations.length).toBeLessThanOrEqual(limit)
        ids.push(...conversations.map(({ id }) => id))
        more = next !== null
        before = next ?? undefined
      }
      return ids
    }

    test('shows who waits longest first, then the newest message first, across hours and within one', async () => {
      const messages = messagesAfter(0, 'buyer')
      const at = (lastAt: number, changes: Partial<StepRecord> = {}) =>
        conversationWith({ messages, lastAt, ...changes })
      const old = await at(NOW - 30 * HOUR)
      const newest = await at(NOW + 2)
      const same = await at(NOW + 1)
      const sameLater = await at(NOW + 1)
      const waitsShort = await at(NOW - 40 * HOUR, { waitingSince: NOW - 5, handling: 'waiting' })
      const waitsLong = await at(NOW, { waitingSince: NOW - 50, handling: 'waiting' })
      const closed = await at(NOW - HOUR, { handling: 'closed' })
      await newConversation(database, storeId)
      const open = [waitsLong, waitsShort, newest, sameLater, same, old].map(({ id }) => id)
      const all = [waitsLong, waitsShort, newest, sameLater, same, closed, old].map(({ id }) => id)

      expect((await page('open')).conversations.map(({ id }) => id)).toEqual(open)
      expect(await page('open')).toMatchObject({ waiting: 2, next: null })
      for (const limit of [1, 2, 3, 6]) {
        expect(await everyPage('open', limit)).toEqual(open)
        expect(await everyPage('all', limit)).toEqual(all)
        expect(await everyPage('closed', limit)).toEqual([closed.id])
      }
    })

    test('starts at the top where a cursor is not understood', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, 'buyer') })
      for (const before of ['', 'x', 'o.1', "o.1.1' or true", 'o.99999999999999999999.1']) {
        expect((await page('all', 10, before)).conversations.map(({ id }) => id)).toEqual([row.id])
      }
    })

    test('shows the last message, who has it, what was answered and what nobody has read', async () => {
      const account = await newAccount(database, storeId)
      const answer = { variable: 'size', question: 'Size?', value: 'xl', shown: 'XL', unit: null, at: NOW }
      const row = await conversationWith({
        messages: messagesAfter(0, 'buyer', 'robot', 'buyer', 'agent'),
        handling: 'human',
        assigneeId: account.id,
        answers: [
          { ...answer, seq: 1 },
          { ...answer, seq: 3, value: 's' },
          { ...answer, seq: 3, variable: 'quantity', value: 500 },
        ],
      })
      const read = () => runAsStore(database, storeId, (tx) => listedConversation(tx, storeId, row.id))
      expect(await read()).toEqual({
        id: row.id,
        publicId: row.publicId,
        buyerName: null,
        locale: 'en',
        handling: 'human',
        assignee: { publicId: account.publicId, name: 'Lin' },
        head: 4,
        lastAt: row.lastAt,
        last: { author: 'agent', kind: 'faq_answer', content: { kind: 'text', text: 'agent says 4' } },
        waitingSince: null,
        answers: 2,
        unread: 2,
      })
      await runAsStore(database, storeId, (tx) => markReadByAgent(tx, row, 2))
      expect(await read()).toMatchObject({ unread: 1 })
    })

    test('stops counting unread messages somewhere', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, ...Array<'buyer'>(120).fill('buyer')) })
      const listed = await runAsStore(database, storeId, (tx) => listedConversation(tx, storeId, row.id))
      expect(listed).toMatchObject({ unread: UNREAD_SHOWN, assignee: null })
    })

    test('reading never goes back, and never beyond the head', async () => {
      const row = await conversationWith({ messages: messagesAfter(0, 'buyer', 'robot', 'buyer') })
      const seen = () => runAsJournal(database, (tx) => loadConversation(tx, row))
      for (const [seq, kept] of [
        [2, 2],
        [1, 2],
        [99, 3],
      ] as const) {
        await runAsStore(database, storeId, (tx) => markReadByAgent(tx, row, seq))
        await runAsJournal(database, (tx) => markReadByBuyer(tx, row, seq))
        expect(await seen()).toMatchObject({ readByAgentSeq: kept, readByBuyerSeq: kept, revision: 1 })
      }
    })
  })

  describe('due timers', () => {
    test('come from all stores, longest due first, and stay until a step or a drop removes them', async () => {
      const timer = (generation: number, dueAt: number) =>
        ({ id: 'remind', generation, kind: 'reminder', block: 'ask', dueAt }) as const
      const later = await conversationWith({ schedule: [timer(1, NOW - 900_000)] })
      storeId = (await newStore(database)).id
      const first = await conversationWith({ schedule: [timer(4, NOW - 1_000_000)] })
      const future = await conversationWith({ schedule: [timer(1, NOW + 1)] })
      const mine = new Set([later.id, first.id, future.id])
      const due = async (at: number) =>
        (await runAsJournal(database, (tx) => dueTimers(tx, at, 10))).filter(({ conversationId }) =>
          mine.has(conversationId),
        )

      expect(await runAsJournal(database, nextTimerAt)).toBe(NOW - 1_000_000)
      expect((await due(NOW)).map(({ conversationId }) => conversationId)).toEqual([first.id, later.id])
      expect((await due(NOW + 1)).length).toBe(3)
      expect(await runAsJournal(database, (tx) => dueTimers(tx, NOW, 1))).toHaveLength(1)

      const [dueFirst] = await due(NOW)
      expect(dueFirst).toEqual({
        storeId,
        conversationId: first.id,
        id: 'remind',
        generation: 4,
        dueAt: NOW - 1_000_000,
      })
      const drop = (generation: number) =>
        runAsJournal(database, (tx) => dropTimer(tx, { ...dueFirst!, generation }))
      expect(await drop(3)).toBe(false)
      expect(await drop(4)).toBe(true)
      expect(await drop(4)).toBe(false)
      expect((await due(NOW)).map(({ conversationId }) => conversationId)).toEqual([later.id])
    })
  })
})
