import { BuyerExport, CollectedAnswers, ConversationSearch } from '@shopbell/protocol'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { eraseOldConversations } from '../../../packages/server/src/inbox/privacy/erase-old-conversations.ts'
import { conversationsBegun } from '../../../packages/server/src/store/live-conversations.ts'
import { runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { asOperator } from '../../protocol/console-stage/as-operator.ts'
import { codeOf } from '../../protocol/console-stage/ask.ts'
import type { Buyer } from '../../protocol/console-stage/buyer.ts'
import { KINDS } from '../store/test-database.ts'
import { type FindShop, type FindStage, openFindStage } from './find-stage.ts'

const CANARY = 'canary-in-the-words'

describe.each(KINDS)('erasing a buyer on %s', (kind) => {
  let stage: FindStage
  let shop: FindShop

  beforeAll(async () => {
    stage = await openFindStage(kind, inject('postgresUrl'))
  })
  afterAll(() => stage.close())
  beforeEach(async () => {
    shop = await stage.openShop()
  })

  /** A buyer of whom there is something in every table. */
  const buyerEverywhere = async (): Promise<Buyer> => {
    const buyer = await shop.buyerWho()
    await buyer.enter()
    const form = buyer.shown().find(({ content }) => content.kind === 'form')!
    await buyer.send({ kind: 'choice', message: form.seq, option: 'ml-500' })
    await buyer.say(CANARY)
    await shop.index(buyer)
    return buyer
  }
  const erase = (buyer: Buyer) => shop.remove(`/conversations/${buyer.conversation}`)

  /** Every row of every table as text. */
  const everything = () =>
    asOperator(stage, async (tx) => {
      const { rows: tables } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(tx)
      const texts = []
      for (const { name } of tables) {
        const { rows } = await sql`select to_json(t)::text as row from ${sql.table(name)} as t`.execute(tx)
        texts.push(JSON.stringify(rows))
      }
      return texts.join('\n')
    })

  test('leaves no word, name, token or id of theirs in any table', async () => {
    const buyer = await buyerEverywhere()
    expect(await everything()).toContain(CANARY)
    const begun = () => runAsStore(stage.database, shop.storeId, (tx) => conversationsBegun(tx, shop.storeId))
    const before = await begun()

    expect((await erase(buyer)).status).toBe(204)
    const left = await everything()
    expect(left).not.toContain(CANARY)
    expect(left).not.toContain(buyer.conversation)
    expect(left).not.toContain('ml-500"')
    // What is counted of nobody in particular is counted still.
    expect(await begun()).toEqual(before)
    const { rows: log } = await asOperator(stage, (tx) =>
      sql`select action, actor_name as by from audit where store_id = ${shop.storeId} and action like 'buyer%'`.execute(
        tx,
      ),
    )
    expect(log).toEqual([{ action: 'buyer_erased', by: expect.any(String) }])
    const found = await shop.read(`/conversations/search?text=${CANARY}`)
    expect(found.as(ConversationSearch).conversations).toEqual([])
    expect((await shop.read('/answers')).as(CollectedAnswers).rows).toEqual([])
  })

  test('ends their open chat, tells the consoles, and the next visit begins anew', async () => {
    const buyer = await buyerEverywhere()
    const wakes: unknown[] = []
    const unsubscribe = stage.bus.subscribe((wake) => wakes.push(wake))
    await erase(buyer)
    unsubscribe()
    expect(buyer.refused).toEqual(['TOKEN_UNKNOWN'])
    expect(wakes).toContainEqual({
      type: 'erased',
      storeId: shop.storeId,
      conversationId: buyer.conversationId,
      publicId: buyer.conversation,
    })
    const listener = { say: () => undefined, refuse: () => undefined, drained: () => Promise.resolve() }
    const { token } = buyer
    const again = await stage.reception.hello(shop.storeId, { token, after: 0, locale: 'en' }, listener)
    expect(again).toEqual({ refused: 'TOKEN_UNKNOWN' })
    const anew = await stage.reception.hello(shop.storeId, { after: 0, locale: 'en' }, listener)
    expect(anew).toMatchObject({ welcome: { head: 0 } })
  })

  test('a message that is sent at that moment is stored and erased, or refused; nothing of it stays', async () => {
    for (let round = 0; round < 10; round += 1) {
      const buyer = await buyerEverywhere()
      const key = { storeId: shop.storeId, id: buyer.conversationId }
      const content = { kind: 'text', text: `late ${CANARY}` } as const
      const sent = Array.from({ length: 5 }, (_, n) =>
        stage.reception.receive(key, { id: `late-lane.${n + 1}`, content }),
      )
      const [erased, ...outcomes] = await Promise.all([erase(buyer), ...sent])
      expect(erased.status).toBe(204)
      for (const outcome of outcomes) {
        // Who is told to try again finds nothing then.
        if (!('stored' in outcome)) expect(['NOT_FOUND', 'RETRY', 'BUSY']).toContain(outcome.refused)
      }
      expect(await stage.reception.receive(key, { id: 'late-lane.9', content })).toEqual({
        refused: 'NOT_FOUND',
      })
    }
    expect(await everything()).not.toContain(CANARY)
  })

  test('leaves other buyers, and their journals, as they are', async () => {
    const [buyer, other] = [await buyerEverywhere(), await buyerEverywhere()]
    const journal = () =>
      asOperator(stage, async (tx) => {
        const { rows } = await sql`
          select * from journal where conversation_id = ${other.conversationId} order by revision`.execute(tx)
        return JSON.stringify(rows)
      })
    const before = await journal()
    await erase(buyer)
    expect(await journal()).toBe(before)
    expect((await shop.read(`/conversations/${other.conversation}`)).status).toBe(200)
  })

  test('is for admins, of their own store, and once', async () => {
    const buyer = await buyerEverywhere()
    const path = `/conversations/${buyer.conversation}`
    expect(codeOf(await shop.remove(path, 'agent'))).toBe('FORBIDDEN')
    expect(codeOf(await shop.read(`${path}/export`, 'agent'))).toBe('FORBIDDEN')
    const foreign = await stage.openShop()
    expect(codeOf(await foreign.remove(path))).toBe('NOT_FOUND')
    expect(codeOf(await foreign.read(`${path}/export`))).toBe('NOT_FOUND')
    expect((await shop.remove(path)).status).toBe(204)
    expect(codeOf(await shop.remove(path))).toBe('NOT_FOUND')
  })

  test('what is kept of a buyer is handed over whole before', async () => {
    const buyer = await buyerEverywhere()
    const answer = await shop.read(`/conversations/${buyer.conversation}/export`)
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="buyer-${buyer.conversation}.json"`,
    )
    const kept = answer.as(BuyerExport)
    expect(kept.messages.map(({ seq }) => seq)).toEqual(buyer.shown().map(({ seq }) => seq))
    expect(kept.answers.map(({ variable, shown }) => [variable, shown])).toEqual([
      ['size', '500 ml'],
      ['quantity', CANARY],
    ])
    expect(answer.text).not.toContain(buyer.token)
  })

  test('what is kept long enough is erased by itself, the rest stays', async () => {
    const old = await buyerEverywhere()
    stage.clock.forward(3 * 3_600_000)
    const fresh = await buyerEverywhere()
    const before = stage.clock.now() - 2 * 3_600_000
    expect(await eraseOldConversations(stage, before, () => true)).toBe(0)
    expect(await eraseOldConversations(stage, before, () => false)).toBeGreaterThan(0)
    expect(codeOf(await shop.read(`/conversations/${old.conversation}`))).toBe('NOT_FOUND')
    expect((await shop.read(`/conversations/${fresh.conversation}`)).status).toBe(200)
    expect(await eraseOldConversations(stage, before, () => false)).toBe(0)
  })
})
