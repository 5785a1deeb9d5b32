import type { Snapshot } from '../checker/snapshot.ts'

/** Answers the first column of the first row, which is text. */
export type AskText = (sql: string) => Promise<string>

/** All of the database that promises speak about, in one statement: one moment, and one text whatever the driver. */
export async function readSnapshot(ask: AskText): Promise<Snapshot> {
  // Written by the statement below, in this shape.
  return JSON.parse(await ask(SNAPSHOT)) as Snapshot
}

const SNAPSHOT = `
select json_build_object(
  'now', (extract(epoch from clock_timestamp()) * 1000)::bigint,
  'flows', (select json_object_agg(store_id || '.' || version, document) from flow_version),
  'conversations', (select coalesce(json_agg(json_build_object(
    'storeId', c.store_id, 'publicId', c.public_id, 'head', c.head,
    'messages', (select coalesce(json_agg(json_build_object(
        'seq', m.seq, 'at', m.at, 'author', m.author, 'kind', m.kind, 'content', m.content, 'clientId', m.client_id
      ) order by m.seq), '[]')
      from message m where m.store_id = c.store_id and m.conversation_id = c.id),
    'journal', (select coalesce(json_agg(json_build_object(
        'revision', j.revision, 'event', j.event, 'facts', j.facts
      ) order by j.revision), '[]')
      from journal j where j.store_id = c.store_id and j.conversation_id = c.id),
    'timers', (select coalesce(json_agg(json_build_object(
        'id', t.id, 'generation', t.generation, 'dueAt', t.due_at
      )), '[]')
      from timer t where t.store_id = c.store_id and t.conversation_id = c.id)
  )), '[]') from conversation c)
)::text as snapshot`
