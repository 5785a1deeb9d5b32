import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createCommitter } from '../../../packages/server/src/reception/committer.ts'
import { type ConversationRow, loadConversation } from '../../../packages/server/src/store/conversations.ts'
import { runAsJournal } from '../../../packages/server/src/store/run-as.ts'
import type { StepRecord } from '../../../packages/server/src/store/step-record.ts'
import { messagesAfter, newConversation, newStore, stepFrom } from '../store/stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../store/test-database.ts'

describe.each(KINDS)('the committer on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())

  const says = (row: ConversationRow, source: string | null): StepRecord =>
    stepFrom(row, { messages: messagesAfter(row.head, 'robot').map((message) => ({ ...message, source })) })
  const newRows = (count: number) =>
    Promise.all(Array.from({ length: count }, () => newConversation(database, storeId)))
  const reload = ({ id }: ConversationRow) =>
    runAsJournal(database, (tx) => loadConversation(tx, { storeId, id }))
  const newCommitter = () => {
    const { commit, maxBatch } = database.journal
    return createCommitter({ write: commit, maxBatch, maxWaiting: 4_096 })
  }

  test.for([
    ['a character it cannot store', (row: ConversationRow) => says(row, 'nul \u0000')],
    ['a value a constraint forbids', (row: ConversationRow) => ({ ...says(row, null), assigneeId: 424_242 })],
    ['seqs with a gap', (row: ConversationRow) => ({ ...says(row, null), head: row.head + 2 })],
  ] as const)('for %s refuses that one and commits its 99 neighbours', async ([, spoil]) => {
    const rows = await newRows(100)
    const committer = newCommitter()
    const first = committer.commit(says(rows[0]!, null))
    const outcomes = await Promise.allSettled([
      first,
      ...rows.slice(1).map((row, place) => committer.commit(place === 40 ? spoil(row) : says(row, null))),
    ])
    const failed = outcomes.flatMap(({ status }, place) => (status === 'rejected' ? [place] : []))
    expect(failed).toEqual([41])
    expect(
      outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value === 'committed'),
    ).toHaveLength(99)
    expect(await reload(rows[41]!)).toMatchObject({ revision: 0, head: 0 })
    expect(await reload(rows[99]!)).toMatchObject({ revision: 1, head: 1 })
  })
})
