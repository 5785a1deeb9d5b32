import { applyOperations, type FlowOperation } from '@shopbell/engine'
import type { DraftSaved } from '@shopbell/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Actor } from '../../packages/server/src/accounts/actor.ts'
import { createInProcessBus } from '../../packages/server/src/bus/in-process-bus.ts'
import { createLog } from '../../packages/server/src/observability/create-log.ts'
import { readBatches } from '../../packages/server/src/publishing/draft-batches.ts'
import { enterDraft, leaveDraft } from '../../packages/server/src/publishing/draft-editors.ts'
import { followDraft } from '../../packages/server/src/publishing/follow-draft.ts'
import { importFlow } from '../../packages/server/src/publishing/import-flow.ts'
import type { Publishing } from '../../packages/server/src/publishing/publishing.ts'
import { readDraft } from '../../packages/server/src/publishing/read-draft.ts'
import { saveOperations } from '../../packages/server/src/publishing/save-operations.ts'
import { batchesBetween, logBatch } from '../../packages/server/src/store/draft-log.ts'
import { isDatabaseAway } from '../../packages/server/src/store/failure.ts'
import { runAsStore } from '../../packages/server/src/store/run-as.ts'
import { changedFlow, SAMPLE_FLOW } from '../protocol/console-stage/sample-flow.ts'
import { newStore, NOW } from './store/stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from './store/test-database.ts'
import { whileBusy } from './while-busy.ts'

const say = (key: string, value: string): FlowOperation => ({ op: 'put', at: ['texts', 'en', key], value })

describe.each(KINDS)('editing a draft on %s', (kind) => {
  let database: TestDatabase
  let publishing: Publishing
  let mei: Actor
  let lin: Actor
  let wakes = 0

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    const bus = createInProcessBus(createLog('fatal', { write: () => undefined }))
    bus.subscribe(() => (wakes += 1))
    publishing = { database, bus, clock: { now: () => NOW } }
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    const { id } = await newStore(database)
    mei = actor(id, 'mei')
    lin = actor(id, 'lin')
    await importFlow(publishing, mei, { source: SAMPLE_FLOW, save: true })
    wakes = 0
  })

  async function save(
    by: Actor,
    n: number,
    base: number,
    ...operations: FlowOperation[]
  ): Promise<DraftSaved> {
    const batch = { batch: `lane-${by.name}.${n}`, base, operations }
    const saved = await surely(() => saveOperations(publishing, by, batch))
    if ('refused' in saved) throw new Error(saved.refused)
    return saved
  }

  async function current() {
    const draft = await readDraft(publishing, mei)
    if (draft === null) throw new Error('There is no draft.')
    return draft
  }

  async function batchesAfter(after: number) {
    const read = await readBatches({ database }, mei, after)
    if ('refused' in read) throw new Error(read.refused)
    return read.batches
  }

  test('of one batch that comes ten times at once, one is stored, and all get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => save(mei, 1, 1, say('note', 'Once'))))
    expect(answers).toEqual(answers.map(() => ({ revision: 2, missed: [] })))
    expect((await current()).revision).toBe(2)
    expect(wakes).toBe(1)
  })

  test('two who edit at once: both keep their words, in one order, and both can follow it', async () => {
    const start = (await current()).document
    const both = await Promise.all(
      Array.from({ length: 20 }, (_, n) => [
        save(mei, n + 1, 1, say(`mei-${n}`, 'Mei'), say('both', `Mei ${n}`)),
        save(lin, n + 1, 1, say(`lin-${n}`, 'Lin'), say('both', `Lin ${n}`)),
      ]).flat(),
    )
    expect(both.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 2),
    )
    for (const { revision, missed } of both) {
      expect(missed.map((batch) => batch.revision)).toEqual(
        Array.from({ length: revision - 2 }, (_, n) => n + 2),
      )
    }
    const { document, revision } = await current()
    const log = await batchesAfter(1)
    expect(log).toHaveLength(40)
    const followed = log.reduce(
      (before, { operations }) => applyOperations(before, operations as FlowOperation[]).document,
      start,
    )
    expect(followed).toEqual(document)
    expect(revision).toBe(41)
    for (const name of ['mei', 'lin'])
      for (let n = 0; n < 20; n += 1) expect(JSON.stringify(document)).toContain(`"${name}-${n}"`)
  })

  test('imports between edits lose no revision', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => [
        save(lin, n + 1, 1, say(`lin-${n}`, 'Lin')),
        surely(() =>
          importFlow(publishing, mei, { source: changedFlow({ name: `Import ${n}` }), save: true }),
        ),
      ]).flat(),
    )
    const log = await batchesAfter(1)
    expect(log.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
    expect((await current()).revision).toBe(21)
  })

  test('editors know of each other through the database, and one that is silent is gone', async () => {
    const others = async (own: string, at = NOW) => {
      const reader = { database, clock: { now: () => at } }
      return (await followDraft(reader, mei.storeId, { after: null, own })).others
    }
    const enter = (id: string, block: string | null, isNews: boolean) =>
      enterDraft(publishing, mei.storeId, { id, name: `name of ${id}`, block, isNews })
    await enter('one', null, true)
    await enter('two', 'faq', true)
    await enter('two', 'faq', false)
    expect(wakes).toBe(2)
    expect(await others('one')).toEqual([{ name: 'name of two', block: 'faq' }])
    expect(await others('two')).toEqual([{ name: 'name of one', block: null }])
    expect(await others('two', NOW + 60_000)).toHaveLength(1)
    expect(await others('two', NOW + 60_001)).toEqual([])
    await leaveDraft(publishing, mei.storeId, 'two')
    expect(await others('one')).toEqual([])
  })

  test('old batches are forgotten, the newest never', async () => {
    const big: FlowOperation = { op: 'put', at: ['name'], value: 'x'.repeat(400_000) }
    await runAsStore(database, mei.storeId, async (tx) => {
      for (let revision = 2; revision <= 48; revision += 1) {
        await logBatch(tx, mei.storeId, {
          revision,
          base: 1,
          batch: null,
          operations: [big],
          inverse: null,
          savedBy: 'mei',
        })
      }
      const kept = (await batchesBetween(tx, mei.storeId, 1, 48)).map(({ revision }) => revision)
      expect(kept[0]).toBeGreaterThan(32)
      expect(kept).toEqual(Array.from({ length: kept.length }, (_, n) => 48 - kept.length + 1 + n))
    })
  })
})

function surely<Done>(work: () => Promise<Done>): Promise<Done> {
  return whileBusy(work, (outcome) => outcome.status === 'rejected' && isDatabaseAway(outcome.reason))
}

function actor(storeId: number, name: string): Actor {
  const by = { kind: 'session', sessionId: 1 } as const
  return {
    storeId,
    accountId: 1,
    personId: 1,
    publicId: name,
    name,
    email: `${name}@harbor.example`,
    role: 'owner',
    by,
  }
}
