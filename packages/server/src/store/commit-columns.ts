import type { StoredMessage } from './messages.ts'
import type { ParameterWriter } from './parameter-writer.ts'
import type { StepRecord } from './step-record.ts'

/** A column of the rows that a batch brings: an array of the committing statement. */
export interface Column<Row> {
  readonly name: string
  readonly type: 'int8' | 'int4' | 'bool' | 'text' | 'json'
  readonly write: (parameters: ParameterWriter, rows: readonly Row[]) => void
}

/** A message and whose it is. */
export interface MessageRow {
  readonly conversationId: number
  readonly message: StoredMessage
}

export const STEP_COLUMNS: readonly Column<StepRecord>[] = [
  int8('store_id', (step) => step.storeId),
  int8('conversation_id', (step) => step.conversationId),
  int8('expected', (step) => step.expectedRevision),
  int8('head', (step) => step.head),
  int4('grown', (step) => step.messages.length),
  text('handling', (step) => step.handling),
  json('session', (step) => step.session),
  int4('flow_version', (step) => step.flowVersion),
  json('buyer', (step) => step.buyer),
  json('lanes', (step) => step.lanes),
  int8('waiting_since', (step) => step.waitingSince),
  int8('last_at', (step) => step.lastAt),
  int8('assignee_id', (step) => step.assigneeId),
  int8('at', (step) => step.entry.at),
  json('event', (step) => step.entry.event),
  json('facts', (step) => step.entry.facts),
  json('refusals', (step) => step.entry.refusals),
  bool('began', (step) => step.entry.began ?? null),
]

export const MESSAGE_COLUMNS: readonly Column<MessageRow>[] = [
  int8('conversation_id', (row) => row.conversationId),
  int8('seq', ({ message }) => message.seq),
  int8('at', ({ message }) => message.at),
  text('author', ({ message }) => message.author),
  text('kind', ({ message }) => message.kind),
  json('content', ({ message }) => message.content),
  text('client_id', ({ message }) => message.clientId),
  int8('reply_to', ({ message }) => message.replyTo),
  text('source', ({ message }) => message.source),
  int8('agent_id', ({ message }) => message.agentId),
  bool('assisted', ({ message }) => message.assisted),
  bool('needs_answer', ({ message }) => message.needsAnswer),
]

function int8<Row>(name: string, value: (row: Row) => number | null): Column<Row> {
  return { name, type: 'int8', write: (parameters, rows) => parameters.int8Array(rows, value) }
}

function int4<Row>(name: string, value: (row: Row) => number | null): Column<Row> {
  return { name, type: 'int4', write: (parameters, rows) => parameters.int4Array(rows, value) }
}

function bool<Row>(name: string, value: (row: Row) => boolean | null): Column<Row> {
  return { name, type: 'bool', write: (parameters, rows) => parameters.boolArray(rows, value) }
}

function text<Row>(name: string, value: (row: Row) => string | null): Column<Row> {
  return { name, type: 'text', write: (parameters, rows) => parameters.textArray(rows, value) }
}

function json<Row>(name: string, value: (row: Row) => unknown): Column<Row> {
  return { name, type: 'json', write: (parameters, rows) => parameters.jsonArray(rows, value) }
}
