import Type from 'typebox'
import { task } from '../process/task.ts'

/** Opens a database of its own and fills it with conversations. */
export const FILL = task(
  'fill',
  Type.Object({
    /** A PostgreSQL's address; null: an embedded database. */
    databaseUrl: Type.Union([Type.String(), Type.Null()]),
    conversations: Type.Integer(),
  }),
  Type.Null(),
)

/** Commits batches of `batch` steps one after the other, as the server would if nothing else had to be done. */
export const COMMIT = task(
  'commit',
  Type.Object({
    batch: Type.Integer(),
    durationMs: Type.Number(),
    /** How the statement gets its rows: the server's own way, or one array per column. */
    form: Type.Union([Type.Literal('own'), Type.Literal('arrays')]),
  }),
  Type.Object({
    perSecond: Type.Number(),
    steps: Type.Integer(),
    p50Ms: Type.Number(),
    p99Ms: Type.Number(),
    /** Longest time for which this process' event loop did nothing else, by the wall and by its own processor time. */
    blockedMs: Type.Number(),
    blockedByWorkMs: Type.Number(),
  }),
)
