import { Pool } from 'pg'
import { ParameterWriter } from '../../packages/server/src/store/parameter-writer.ts'
import type { StepRecord } from '../../packages/server/src/store/step-record.ts'

/**
 * Commits the same rows as the server's statement with one binary array per column, as the usual advice for fast inserts has it, and
 * only for what a tap writes (no answers, no timers): a limit that owes nothing to the server's own code.
 */
const STATEMENT = `
with step as materialized (
  select * from unnest(
    $1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[], $11::bigint[],
    $12::text[], $13::text[], $14::text[]
  ) as step (
    store_id, conversation_id, expected, head, grown, handling, session, flow_version, buyer, lanes, last_at, event, facts, refusals
  )
), won as (
  update conversation set
    revision = conversation.revision + 1, head = step.head, handling = step.handling, session = step.session::json,
    flow_version = step.flow_version, buyer = step.buyer::json, lanes = step.lanes::json, waiting_since = null,
    last_at = step.last_at, assignee_id = null
  from step
  where conversation.store_id = step.store_id and conversation.id = step.conversation_id
    and conversation.revision = step.expected and conversation.head = step.head - step.grown
  returning conversation.store_id, conversation.id, conversation.revision, conversation.flow_version, step.last_at, step.event,
    step.facts, step.refusals
), said as (
  insert into message (store_id, conversation_id, seq, at, author, kind, content, client_id, reply_to, source)
  select won.store_id, won.id, message.seq, won.last_at, message.author, message.kind, message.content::json, message.client_id,
    message.reply_to, message.source
  from won join unnest(
    $15::bigint[], $16::bigint[], $17::text[], $18::text[], $19::text[], $20::text[], $21::bigint[], $22::text[]
  ) as message (conversation_id, seq, author, kind, content, client_id, reply_to, source)
  on message.conversation_id = won.id
), noted as (
  insert into journal (store_id, conversation_id, revision, at, flow_version, event, facts, refusals)
  select store_id, id, revision, last_at, flow_version, event::json, facts::json, refusals::json from won
)
select id from won`

/** Opens a connection of its own, in the journal's role. Lasts as long as the process. */
export function openArraysJournal(
  databaseUrl: string,
): (steps: readonly StepRecord[]) => Promise<ReadonlySet<number>> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    verify: (client, done) =>
      void client.query('set role shopbell_journal').then(
        () => {
          done()
        },
        (error: Error) => {
          done(error)
        },
      ),
  })
  return async (steps) => {
    const { rows } = await pool.query<{ readonly id: string }>({
      name: 'commit-arrays',
      text: STATEMENT,
      values: [...columnsOf(steps)],
    })
    return new Set(rows.map(({ id }) => Number(id)))
  }
}

function columnsOf(steps: readonly StepRecord[]): readonly (string | Buffer | null)[] {
  const messages = steps.flatMap(({ conversationId, messages }) =>
    messages.map((message) => ({ conversationId, ...message })),
  )
  const columns = new ParameterWriter()
  columns.int8Array(steps, ({ storeId }) => storeId)
  columns.int8Array(steps, ({ conversationId }) => conversationId)
  columns.int8Array(steps, ({ expectedRevision }) => expectedRevision)
  columns.int8Array(steps, ({ head }) => head)
  columns.int4Array(steps, ({ messages }) => messages.length)
  columns.textArray(steps, ({ handling }) => handling)
  columns.textArray(steps, ({ session }) => JSON.stringify(session))
  columns.int4Array(steps, ({ flowVersion }) => flowVersion)
  columns.textArray(steps, ({ buyer }) => JSON.stringify(buyer))
  columns.textArray(steps, ({ lanes }) => JSON.stringify(lanes))
  columns.int8Array(steps, ({ lastAt }) => lastAt)
  columns.textArray(steps, ({ entry }) => JSON.stringify(entry.event))
  columns.textArray(steps, ({ entry }) => JSON.stringify(entry.facts))
  columns.textArray(steps, ({ entry }) => JSON.stringify(entry.refusals))
  columns.int8Array(messages, ({ conversationId }) => conversationId)
  columns.int8Array(messages, ({ seq }) => seq)
  columns.textArray(messages, ({ author }) => author)
  columns.textArray(messages, ({ kind }) => kind)
  columns.textArray(messages, ({ content }) => JSON.stringify(content))
  columns.textArray(messages, ({ clientId }) => clientId)
  columns.int8Array(messages, ({ replyTo }) => replyTo)
  columns.textArray(messages, ({ source }) => source)
  return columns.parameters()
}
