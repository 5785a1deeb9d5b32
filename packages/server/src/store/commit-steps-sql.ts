/**
 * Commits a batch of steps in one statement: $1 is what `encodeSteps` gives, $2 the node that tells others about them by one row
 * of the outbox, or null where there are no others. A step counts only while its conversation
 * still has the revision and the head it was computed from; whatever it writes is taken from the updated row, so a step that
 * lost writes nothing. One JSON parameter was measured faster than arrays, and the rows need no second index.
 */
export const COMMIT_STEPS = `
with step as materialized (
  select * from json_to_recordset($1::json) as step (
    store_id bigint, conversation_id bigint, expected bigint, head bigint, grown integer, handling text, session json,
    flow_version integer, buyer json, lanes json, waiting_since bigint, last_at bigint, assignee_id bigint,
    messages json, answers json, armed json, gone json, at bigint, event json, facts json, refusals json,
    began boolean
  )
), won as (
  update conversation set
    revision = conversation.revision + 1, head = step.head, handling = step.handling, session = step.session,
    flow_version = step.flow_version, buyer = step.buyer, lanes = step.lanes, waiting_since = step.waiting_since,
    last_at = step.last_at, assignee_id = step.assignee_id
  from step
  where conversation.store_id = step.store_id and conversation.id = step.conversation_id
    and conversation.revision = step.expected and conversation.head = step.head - step.grown
  returning conversation.store_id, conversation.id, conversation.revision, conversation.head, conversation.flow_version,
    step.messages, step.answers, step.armed, step.gone, step.at, step.event, step.facts, step.refusals, step.began
), said as (
  insert into message (store_id, conversation_id, seq, at, author, kind, content, client_id, reply_to, source)
  select won.store_id, won.id, message.*
  from won, json_to_recordset(won.messages) as message (
    seq bigint, at bigint, author text, kind text, content json, client_id text, reply_to bigint, source text
  )
), learnt as (
  insert into answer (store_id, conversation_id, seq, variable, question, value, shown, unit, at)
  select won.store_id, won.id, answer.*
  from won, json_to_recordset(won.answers) as answer (
    seq bigint, variable text, question text, value json, shown text, unit text, at bigint
  )
  where won.answers is not null
), disarmed as (
  delete from timer using won, json_to_recordset(won.gone) as gone (id text, generation bigint)
  where won.gone is not null and timer.store_id = won.store_id and timer.conversation_id = won.id
    and timer.id = gone.id and timer.generation = gone.generation
), armed as (
  insert into timer (store_id, conversation_id, id, generation, kind, block, due_at)
  select won.store_id, won.id, armed.*
  from won, json_to_recordset(won.armed) as armed (
    id text, generation bigint, kind text, block text, due_at bigint
  )
  where won.armed is not null
  on conflict (store_id, conversation_id, id) do update set
    generation = excluded.generation, kind = excluded.kind, block = excluded.block, due_at = excluded.due_at
), noted as (
  insert into journal (store_id, conversation_id, revision, at, flow_version, event, facts, refusals, node, began)
  select store_id, id, revision, at, flow_version, event, facts, refusals, $2::text, began from won
), told as (
  insert into outbox (store_id, topic, node, payload)
  select 0, 'steps', $2::text, json_agg(json_build_array(store_id, id, head, revision))
  from won where $2::text is not null having count(*) > 0
)
select id from won`
