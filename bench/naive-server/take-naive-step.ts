import type { Pool } from 'pg'
import { type AnyStateMachine, createActor, type Snapshot } from 'xstate'

/** What a message leads to, as the server tells it to the buyer. */
export interface NaiveStep {
  readonly seq: number
  readonly answer: string
}

export interface NaiveFlow {
  readonly machine: AnyStateMachine
  readonly answerTo: (question: string) => string
}

const WORLD = { locale: 'en', entry: 'store_home', openNow: true, returning: false, products: 3 }

/** A new conversation whose reception has begun, and which has a list to tap, as its first message. */
export async function beginNaively(pool: Pool, { machine }: NaiveFlow): Promise<number> {
  const { rows } = await pool.query<{ readonly id: string }>(
    'insert into naive_conversation (head, snapshot) values (1, $1) returning id',
    [hear(machine, null, { type: 'reception.due', question: null })],
  )
  return Number(rows[0]?.id)
}

interface NaiveEvent {
  readonly type: 'reception.due' | 'faq.tapped'
  readonly question: string | null
}

/** An actor is brought to life, hears the event and is put to sleep again. */
function hear(machine: AnyStateMachine, snapshot: Snapshot<unknown> | null, event: NaiveEvent) {
  const actor = createActor(machine, snapshot === null ? {} : { snapshot })
  actor.start()
  actor.send({ ...event, world: WORLD })
  const after = actor.getPersistedSnapshot()
  actor.stop()
  return after
}

/**
 * One message the straightforward way: a transaction of six round trips, in which the conversation's row is locked and read, an
 * actor hears the event, and two messages and the row are written.
 */
export async function takeNaiveStep(
  pool: Pool,
  { machine, answerTo }: NaiveFlow,
  { conversation, id, question }: { conversation: number; id: string; question: string },
): Promise<NaiveStep> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{
      readonly head: string
      readonly snapshot: Snapshot<unknown> | null
    }>('select head, snapshot from naive_conversation where id = $1 for update', [conversation])
    const [row] = rows
    if (row === undefined) throw new Error('The conversation is gone.')

    const snapshot = hear(machine, row.snapshot, { type: 'faq.tapped', question })

    const seq = Number(row.head) + 1
    const answer = answerTo(question)
    const insert =
      'insert into naive_message (conversation_id, seq, author, content, client_id) values ($1, $2, $3, $4, $5)'
    const said = { kind: 'text', text: question }
    await client.query(insert, [conversation, seq, 'buyer', said, id])
    await client.query(insert, [conversation, seq + 1, 'robot', { kind: 'text', text: answer }, null])
    await client.query('update naive_conversation set head = $2, snapshot = $3 where id = $1', [
      conversation,
      seq + 1,
      snapshot,
    ])
    await client.query('commit')
    return { seq, answer }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
