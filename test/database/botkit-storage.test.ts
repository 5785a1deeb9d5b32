import { kyselyStorage, type KyselyStorage } from '@shopbell/botkit-plugin/kysely'
import { reception } from '@shopbell/botkit-plugin'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { BOTTLE_FLOW } from '../../packages/engine/src/testing/bottle-flow.ts'
import { fakeBotkit } from '../../packages/botkit-plugin/src/testing/fake-botkit.ts'
import type { Schema } from '../../packages/server/src/store/schema.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './store/test-database.ts'

describe.each(KINDS)('BotBuilder’s storage on %s', (kind) => {
  let database: TestDatabase
  let storage: KyselyStorage

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storage = kyselyStorage(database.db)
    // The server's own connection may make no tables; a bot's may.
    await database.db.transaction().execute(async (tx) => {
      await sql`set local role none`.execute(tx)
      const { createTable } = kyselyStorage<Schema>(tx)
      await createTable()
      await createTable()
      await sql`grant all on botkit_state to public`.execute(tx)
    })
  })
  afterAll(() => database.discard())

  test('gives back what was written, each with an eTag, and nothing for what is not there', async () => {
    await storage.write({ one: { words: '铃', eTag: '*' }, two: { n: 2 } })
    const found = await storage.read(['one', 'two', 'three'])
    expect(found).toEqual({
      one: { words: '铃', eTag: expect.any(String) },
      two: { n: 2, eTag: expect.any(String) },
    })
    expect(await storage.read([])).toEqual({})
  })

  test('a write with the eTag that was read succeeds once; the second finds out that it was late', async () => {
    await storage.write({ raced: { by: 'nobody' } })
    const { raced } = await storage.read(['raced'])
    const change = (by: string) => storage.write({ raced: { ...Object(raced), by } })
    await change('first')
    await expect(change('second')).rejects.toThrow('eTag conflict: “raced”')
    expect(await storage.read(['raced'])).toMatchObject({ raced: { by: 'first' } })
  })

  test('of many who write at once with the same eTag one succeeds', async () => {
    await storage.write({ crowded: { by: 0 } })
    const { crowded } = await storage.read(['crowded'])
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, by) => storage.write({ crowded: { ...Object(crowded), by } })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('of several changes all are made or none, also where an item is gone', async () => {
    await storage.write({ a: { n: 1 }, b: { n: 1 } })
    const { a, b } = await storage.read(['a', 'b'])
    await storage.delete(['b'])
    await storage.delete([])
    await expect(storage.write({ a: { ...Object(a), n: 2 }, b: { ...Object(b), n: 2 } })).rejects.toThrow(
      'eTag conflict: “b”',
    )
    expect(await storage.read(['a', 'b'])).toEqual({ a })
  })

  test('two bots on one table lose neither of two quick answers', async () => {
    for (let round = 0; round < 5; round += 1) {
      await storage.delete(Object.keys(await kept()))
      const [one, other] = [bot(), bot()]
      await one.receive({ type: 'hello' })
      await Promise.all([one.receive({ text: 'small' }), other.receive({ text: '40' })])
      const [conversation] = Object.values(await kept())
      expect(Object.keys(conversation?.kept.session.context.answers ?? {}).toSorted()).toEqual([
        'quantity',
        'size',
      ])
    }
  })

  function bot() {
    const plugin = reception({ flow: BOTTLE_FLOW, storage, onError: () => undefined })
    return fakeBotkit(plugin)
  }

  /** The one conversation of these bots. */
  async function kept(): Promise<Record<string, { kept: { session: { context: { answers: object } } } }>> {
    const key = 'shopbell-reception/websocket/chat/buyer'
    return JSON.parse(JSON.stringify(await storage.read([key])))
  }
})
