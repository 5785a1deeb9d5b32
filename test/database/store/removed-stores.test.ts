import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountsOfPerson } from '../../../packages/server/src/store/accounts.ts'
import { deletePersonsWithoutAccount, personById } from '../../../packages/server/src/store/persons.ts'
import {
  markRemoved,
  removeSome,
  storesToRemove,
  wasRemoved,
} from '../../../packages/server/src/store/removed-stores.ts'
import { runAsEntrance, runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { findStoreByPublicId, storeById, type StoreRow } from '../../../packages/server/src/store/stores.ts'
import { fillEveryTable } from './fill-every-table.ts'
import { newConversation, newStore, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('removing a store on %s', (kind) => {
  let database: TestDatabase
  let kept: StoreRow
  let removed: StoreRow

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    kept = await newStore(database)
    removed = await newStore(database)
    await fillEveryTable(database, kept.id)
    await fillEveryTable(database, removed.id)
    for (let n = 0; n < 3; n += 1) await newConversation(database, removed.id)
  })
  afterAll(() => database.discard())

  const countByTable = (storeId: number) =>
    database.asOwner(async (tx) => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'store_id' order by 1`.execute(tx)
      const counts: Record<string, number> = {}
      for (const { name } of rows) {
        const { rows: counted } = await sql<{ n: number }>`
          select count(*) as n from ${sql.table(name)} where store_id = ${storeId}`.execute(tx)
        counts[name] = counted[0]!.n
      }
      return counts
    })
  const removeAll = async (batch: number) => {
    let rounds = 1
    while (!(await runAsStore(database, removed.id, (tx) => removeSome(tx, removed.id, batch)))) rounds += 1
    return rounds
  }

  test('is refused while it is not marked, even to the store itself', async () => {
    await expect(removeAll(10)).rejects.toThrow('is not being removed')
    expect(await runAsJournal(database, storesToRemove)).toEqual([])
  })

  test('a marked store is found by nobody, marked once, and its rows wait', async () => {
    const mark = () => runAsStore(database, removed.id, (tx) => markRemoved(tx, removed, NOW))
    expect([await mark(), await mark()]).toEqual([true, false])
    await runAsJournal(database, async (tx) => {
      expect(await findStoreByPublicId(tx, removed.publicId)).toBeNull()
      expect(await storeById(tx, removed.id)).toBeNull()
      expect(await storesToRemove(tx)).toEqual([removed.id])
      expect(await wasRemoved(tx, removed.publicId)).toBe(true)
      expect(await wasRemoved(tx, kept.publicId)).toBe(false)
    })
  })

  test('another store cannot help it along', async () => {
    const before = await countByTable(removed.id)
    for (const table of ['message', 'journal', 'flow_version', 'account'])
      await expect(
        runAsStore(database, removed.id, (tx) => sql`delete from ${sql.table(table)}`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
    expect(await countByTable(removed.id)).toEqual(before)
  })

  test('goes on in small steps until no table has a row of it, and leaves the others alone', async () => {
    const others = await countByTable(kept.id)
    const person = await database.asOwner((tx) =>
      tx.selectFrom('account').select('personId').where('storeId', '=', removed.id).executeTakeFirstOrThrow(),
    )
    // Four conversations, three at a time, then all the rest.
    expect(await removeAll(3)).toBe(3)
    expect(Object.entries(await countByTable(removed.id)).filter(([, n]) => n > 0)).toEqual([])
    expect(await countByTable(kept.id)).toEqual(others)
    expect(await runAsJournal(database, storesToRemove)).toEqual([])

    await runAsEntrance(database, async (tx) => {
      await deletePersonsWithoutAccount(tx)
      expect(await personById(tx, person.personId)).toBeNull()
      expect(await accountsOfPerson(tx, person.personId)).toEqual([])
    })
  })
})
