import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { tellOffline } from '../../packages/server/src/inbox/tell-offline.ts'
import { changeAttendance } from '../../packages/server/src/store/agent-attendance.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { messagesAfter, newAccount, newConversation, newStore, NOW, stepFrom } from './store/stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './store/test-database.ts'

const MINUTE = 60_000

describe.each(KINDS)('telling who is offline, on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  let mei: { readonly id: number; readonly email: string }
  let lin: { readonly id: number; readonly email: string }

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    storeId = (await newStore(database)).id
    mei = await newAccount(database, storeId)
    lin = await newAccount(database, storeId)
    await runAsStore(database, storeId, (tx) =>
      changeAttendance(tx, storeId, lin.id, { notices: { mail: false } }),
    )
  })

  async function waitSince(at: number): Promise<void> {
    const row = await newConversation(database, storeId)
    const messages = messagesAfter(0, 'buyer')
    await database.journal.commit([stepFrom(row, { messages, handling: 'waiting', waitingSince: at })])
  }

  /** Looks as `servers` of them would at once; the letters to this store's people that it queues. */
  async function look(at: number, { peopleHere = 0, servers = 1 } = {}) {
    const parts = {
      database,
      clock: { now: () => at },
      presence: { people: (store: number) => (store === storeId ? peopleHere : 1) },
      ownOrigin: () => 'https://shop.example',
    }
    await Promise.all(Array.from({ length: servers }, () => tellOffline(parts)))
    const queued = await database.asOwner((tx) =>
      tx.deleteFrom('letter').where('forStore', '=', storeId).returningAll().execute(),
    )
    return queued.map(({ recipient: to, subject, words: text, nextAt }) => ({ to, subject, text, nextAt }))
  }

  test('who wants to be told gets one letter, however many servers look', async () => {
    await waitSince(NOW)
    expect(await look(NOW + 4 * MINUTE)).toEqual([])
    const letters = await look(NOW + 6 * MINUTE, { servers: 3 })
    expect(letters.map(({ to }) => to)).toEqual([mei.email])
    expect(letters[0]?.subject).toBe('Harbor Steel Ware: 1 buyer waits for a person')
    expect(letters[0]?.text).toContain('the longest for 6 min')
    expect(letters[0]?.text).toContain('https://shop.example/console/inbox')
    expect(letters[0]?.text).not.toContain('buyer says')
  })

  test('nobody is told while somebody is here, and of nobody twice', async () => {
    await waitSince(NOW)
    expect(await look(NOW + 6 * MINUTE, { peopleHere: 1 })).toEqual([])
    expect(await look(NOW + 7 * MINUTE)).toHaveLength(1)
    expect(await look(NOW + 60 * MINUTE)).toEqual([])
    await waitSince(NOW + 61 * MINUTE)
    expect(await look(NOW + 67 * MINUTE)).toMatchObject([
      { to: mei.email, subject: 'Harbor Steel Ware: 2 buyers wait for a person' },
    ])
  })

  test('a server that fails before the letter is queued leaves it to the next look', async () => {
    const revoke = () => database.asOwner((tx) => sql`revoke insert on letter from shopbell_app`.execute(tx))
    const grant = () => database.asOwner((tx) => sql`grant insert on letter to shopbell_app`.execute(tx))
    await waitSince(NOW)
    await revoke()
    await expect(look(NOW + 6 * MINUTE)).rejects.toMatchObject({ code: '42501' })
    await grant()
    expect(await look(NOW + 7 * MINUTE)).toMatchObject([{ to: mei.email, nextAt: NOW + 7 * MINUTE }])
    expect(await look(NOW + 8 * MINUTE)).toEqual([])
  })
})
