import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { draftOf, saveDraft } from '../../../packages/server/src/store/flow-draft.ts'
import {
  insertVersion,
  liveVersion,
  liveVersionNumber,
  setLive,
  versionByNumber,
  versions,
} from '../../../packages/server/src/store/flow-versions.ts'
import { runAsJournal, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import {
  allStores,
  findStoreByPublicId,
  setEpoch,
  storeById,
  type StoreRow,
} from '../../../packages/server/src/store/stores.ts'
import { newStore, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

describe.each(KINDS)('a store’s own things on %s', (kind) => {
  let database: TestDatabase
  let store: StoreRow

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    store = await newStore(database)
  })

  const made = (document: string) => ({
    document,
    hash: 'hash',
    listVersion: 'list',
    note: 'first',
    publishedAt: NOW,
    publishedBy: 'Lin',
  })
  const publish = (document: string) =>
    runAsStore(database, store.id, (tx) => insertVersion(tx, store.id, made(document)))

  test('a store is found by its public id and by its key, and its epoch can change', async () => {
    await runAsStore(database, store.id, (tx) => setEpoch(tx, store.id, 'second'))
    const changed = { ...store, epoch: 'second' }
    await runAsJournal(database, async (tx) => {
      expect(await findStoreByPublicId(tx, store.publicId)).toEqual(changed)
      expect(await storeById(tx, store.id)).toEqual(changed)
      expect(await allStores(tx)).toContainEqual(changed)
      expect(await findStoreByPublicId(tx, 'nobody')).toBeNull()
    })
  })

  test('a public id is taken once', async () => {
    await expect(newStore(database, store.publicId)).rejects.toMatchObject({ code: '23505' })
  })

  test('the newest published version is live; another can be made so, and none that does not exist', async () => {
    const live = () => runAsJournal(database, (tx) => liveVersion(tx, store.id))
    expect(await live()).toBeNull()
    expect(await publish('{"n":1}')).toMatchObject({ version: 1, live: true, note: 'first' })
    expect(await publish('{"n":2}')).toMatchObject({ version: 2, live: true })
    expect(await live()).toEqual({ ...made('{"n":2}'), version: 2, live: true })

    await runAsStore(database, store.id, (tx) => setLive(tx, store.id, 1))
    await runAsStore(database, store.id, async (tx) => {
      expect(await liveVersionNumber(tx, store.id)).toBe(1)
      expect((await versions(tx, store.id)).map(({ version, live }) => [version, live])).toEqual([
        [2, false],
        [1, true],
      ])
      expect(await versionByNumber(tx, store.id, 2)).toMatchObject({ document: '{"n":2}', live: false })
      expect(await versionByNumber(tx, store.id, 3)).toBeNull()
    })
    await expect(runAsStore(database, store.id, (tx) => setLive(tx, store.id, 9))).rejects.toMatchObject({
      code: '23503',
    })
  })

  test('a document comes back byte for byte', async () => {
    const document = '{\n  "name": "外贸 👨‍👩‍👧‍👦",\n  "n": 1.0,  "b": 1, "a": "\\u0041"\n}\n'
    await publish(document)
    expect((await runAsJournal(database, (tx) => versionByNumber(tx, store.id, 1)))?.document).toBe(document)
  })

  test('ten who publish at once get the numbers one to ten', async () => {
    const published = await Promise.all(Array.from({ length: 10 }, () => publish('{}')))
    expect(published.map(({ version }) => version).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ])
  })

  test('a draft is saved from the revision it was read at, or not at all', async () => {
    const change = (document: string, expectedRevision?: number) =>
      runAsStore(database, store.id, (tx) =>
        saveDraft(tx, store.id, {
          document,
          base: null,
          savedAt: NOW,
          savedBy: 'Lin',
          ...(expectedRevision !== undefined && { expectedRevision }),
        }),
      )
    const read = (hold?: 'lock') => runAsStore(database, store.id, (tx) => draftOf(tx, store.id, hold))
    expect(await read()).toBeNull()
    expect(await change('{}', 3)).toBeNull()
    expect(await change('{"n":1}', 0)).toMatchObject({ revision: 1, document: '{"n":1}' })
    expect(await change('{"n":2}', 0)).toBeNull()
    expect(await change('{"n":3}', 1)).toMatchObject({ revision: 2 })
    expect(await change('{"n":4}', 1)).toBeNull()
    expect(await change('{"n":5}')).toMatchObject({ revision: 3 })
    expect(await read('lock')).toEqual({
      document: '{"n":5}',
      revision: 3,
      base: null,
      savedAt: NOW,
      savedBy: 'Lin',
    })
    const both = await Promise.all([change('{"n":6}', 3), change('{"n":7}', 3)])
    expect(both.filter((draft) => draft !== null)).toHaveLength(1)
  })
})
