import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  claimRequest,
  forgetKeptAnswers,
  keepAnswer,
  keptAnswer,
  type KeyedRequest,
  releaseRequest,
} from '../../../packages/server/src/store/kept-answers.ts'
import { runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { newAccount, newStore, newToken, NOW } from './stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './test-database.ts'

const DONE = { status: 200, mediaType: 'application/json', answer: '{"put":1}' }

describe.each(KINDS)('answers that are kept, on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  let accountId: number

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
    accountId = (await newAccount(database, storeId)).id
  })
  afterAll(() => database.discard())

  const aRequest = (asked: Partial<KeyedRequest> = {}): KeyedRequest => ({
    ...{ storeId, accountId, requestKey: newToken(), request: 'PUT /orders', bodyHash: 'b', about: null },
    ...asked,
  })
  const claim = (asked: KeyedRequest, at = NOW, { kept = 100, left = 10 } = {}) =>
    runAsStore(database, storeId, (tx) =>
      claimRequest(tx, asked, { at, forgottenUntil: at - kept, leftUntil: at - left }),
    )
  const read = (asked: KeyedRequest) => runAsStore(database, storeId, (tx) => keptAnswer(tx, asked))

  test('of many that ask at once one claims the key', async () => {
    const asked = aRequest()
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(asked)))
    expect(claims.filter((one) => one !== null)).toHaveLength(1)
  })

  test('what was answered is read again, and not claimed until it is forgotten', async () => {
    const asked = aRequest()
    const claimed = await claim(asked)
    await runAsStore(database, storeId, (tx) => keepAnswer(tx, claimed!, DONE))
    expect(await read(asked)).toMatchObject(DONE)
    expect(await claim(asked, NOW + 99)).toBeNull()
    expect(await claim(asked, NOW + 100)).toMatchObject({ claimedAt: NOW + 100 })
    expect(await read(asked)).toMatchObject({ status: null, answer: null })
  })

  test('a claim whose owner is gone is taken over by the same request only, and its late answer is not kept', async () => {
    const asked = aRequest()
    const gone = await claim(asked)
    expect(await claim(asked, NOW + 9)).toBeNull()
    expect(await claim(aRequest({ ...asked, bodyHash: 'other' }), NOW + 10)).toBeNull()
    expect(await claim(aRequest({ ...asked, request: 'PUT /products' }), NOW + 10)).toBeNull()
    const taken = await claim(asked, NOW + 10)
    expect(taken).not.toBeNull()
    await runAsStore(database, storeId, (tx) => keepAnswer(tx, gone!, { ...DONE, status: 409 }))
    await runAsStore(database, storeId, (tx) => releaseRequest(tx, gone!))
    expect(await read(asked)).toMatchObject({ status: null, claimedAt: NOW + 10 })
    await runAsStore(database, storeId, (tx) => keepAnswer(tx, taken!, DONE))
    expect(await read(asked)).toMatchObject(DONE)
  })

  test('a key that is given back can be claimed at once; an answer is not given back', async () => {
    const asked = aRequest()
    const first = await claim(asked)
    await runAsStore(database, storeId, (tx) => releaseRequest(tx, first!))
    const second = await claim(asked)
    expect(second).not.toBeNull()
    await runAsStore(database, storeId, (tx) => keepAnswer(tx, second!, DONE))
    await runAsStore(database, storeId, (tx) => releaseRequest(tx, second!))
    expect(await read(asked)).toMatchObject(DONE)
  })

  test('the same key of another account is another key', async () => {
    const asked = aRequest()
    const colleague = await newAccount(database, storeId)
    expect(await claim(asked)).not.toBeNull()
    expect(await claim({ ...asked, accountId: colleague.id })).not.toBeNull()
  })

  test('what is old is forgotten, what is not stays', async () => {
    const [old, fresh] = [aRequest(), aRequest()]
    await claim(old, NOW - 1_000)
    await claim(fresh, NOW - 999)
    expect(await runAsEntrance(database, (tx) => forgetKeptAnswers(tx, NOW - 1_000))).toBe(1)
    expect([await read(old), await read(fresh)]).toEqual([null, expect.objectContaining({ status: null })])
  })
})
