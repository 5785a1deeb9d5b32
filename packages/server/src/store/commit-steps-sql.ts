import { type Column, MESSAGE_COLUMNS, STEP_COLUMNS } from './commit-columns.ts'

/** Where the parameters of `encodeSteps` begin: the node and three lists in JSON, then the arrays. */
const FIRST_STEP_ARRAY = 5
const FIRST_MESSAGE_ARRAY = FIRST_STEP_ARRAY + STEP_COLUMNS.length
/** Behind everything else, and only where a step has news. */
const NEWS = FIRST_MESSAGE_ARRAY + MESSAGE_COLUMNS.length

/** For batches that tell no webhook anything, and those that do: two statements, so that the first is none the dearer. */
export const COMMIT_STEPS = commitSteps('')
export const COMMIT_STEPS_WITH_NEWS = commitSteps(`, news as (
  insert into webhook_news (store_id, at, conversation_id, revision, first_seq, last_seq, answers,
    handling_before, handling_after, assignee_id)
  select won.store_id, won.at, won.id, won.revision, news.first_seq, news.last_seq, news.answers,
    news.handling_before, news.handling_after, news.assignee_id
  from won join json_to_recordset($${String(NEWS)}::json) as news (
    conversation_id bigint, first_seq bigint, last_seq bigint, answers json,
    handling_before text, handling_after text, assignee_id bigint
  ) on news.conversation_id = won.id
)`)

/**
 * Commits a batch of steps in one statement; its parameters are what `encodeSteps` gives. $1 is the node that tells others about
 * them by one row of the outbox, or null where there are no others. A step counts only while its conversation still has the
 * revision and the head it was computed from; whatever it writes is taken from the updated row or joined to it, so a step that lost
 * writes nothing. What every step has comes as one array per column, which costs PostgreSQL half of what the same in JSON does; what
 * few have, as JSON (docs/performance.md).
 */
function commitSteps(more: string): string {
  return `
with step as materialized (
  select * from ${arrays(STEP_COLUMNS, FIRST_STEP_ARRAY)} as step (${names(STEP_COLUMNS)})
), won as (
  update conversation set
    revision = conversation.revision + 1, head = step.head, handling = step.handling, session = step.session,
    flow_version = step.flow_version, buyer = step.buyer, lanes = step.lanes, waiting_since = step.waiting_since,
    last_at = step.last_at, assignee_id = step.assignee_id
  from step
  where conversation.store_id = step.store_id and conversation.id = step.conversation_id
    and conversation.revision = step.expected and conversation.head = step.head - step.grown
  returning conversation.store_id, conversation.id, conversation.revision, conversation.head, conversation.flow_version,
    step.at, step.event, step.facts, step.refusals, step.began
), said as (
  insert into message (store_id, conversation_id, seq, at, author, kind, content, client_id, reply_to, source,
    agent_id, assisted, needs_answer)
  select won.store_id, message.*
  from won join ${arrays(MESSAGE_COLUMNS, FIRST_MESSAGE_ARRAY)} as message (${names(MESSAGE_COLUMNS)})
    on message.conversation_id = won.id
), learnt as (
  insert into answer (store_id, conversation_id, seq, variable, question, value, shown, unit, at)
  select won.store_id, answer.*
  from won join json_to_recordset($2::json) as answer (
    conversation_id bigint, seq bigint, variable text, question text, value json, shown text, unit text, at bigint
  ) on answer.conversation_id = won.id
), disarmed as (
  delete from timer
  using won join json_to_recordset($3::json) as gone (conversation_id bigint, id text, generation bigint)
    on gone.conversation_id = won.id
  where timer.store_id = won.store_id and timer.conversation_id = won.id
    and timer.id = gone.id and timer.generation = gone.generation
), armed as (
  insert into timer (store_id, conversation_id, id, generation, kind, block, due_at)
  select won.store_id, armed.*
  from won join json_to_recordset($4::json) as armed (
    conversation_id bigint, id text, generation bigint, kind text, block text, due_at bigint
  ) on armed.conversation_id = won.id
  on conflict (store_id, conversation_id, id) do update set
    generation = excluded.generation, kind = excluded.kind, block = excluded.block, due_at = excluded.due_at
), noted as (
  insert into journal (store_id, conversation_id, revision, at, flow_version, event, facts, refusals, node, began)
  select store_id, id, revision, at, flow_version, event, facts, refusals, $1::text, began from won
), told as (
  insert into outbox (store_id, topic, node, payload)
  select 0, 'steps', $1::text, json_agg(json_build_array(store_id, id, head, revision))
  from won where $1::text is not null having count(*) > 0
)${more}
select id from won`
}

function arrays<Row>(columns: readonly Column<Row>[], first: number): string {
  return `unnest(${columns.map(({ type }, place) => `$${String(first + place)}::${type}[]`).join(', ')})`
}

function names<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ name }) => name).join(', ')
}
