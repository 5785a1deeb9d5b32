import Type from 'typebox'
import { task } from './task.ts'

/** Starts the server that a program is; answers where it listens, as a WebSocket address. */
export const OPEN = task(
  'open',
  Type.Object({
    /** A PostgreSQL's address; null: the embedded database, or none where the server has none. */
    databaseUrl: Type.Union([Type.String(), Type.Null()]),
    /** Whether what is decided is written: false measures the path without the database. */
    writes: Type.Boolean(),
  }),
  Type.Object({ url: Type.String() }),
)

/** Frees what can be freed, so that the process' memory is what it needs. For programs started with `--expose-gc`. */
export const COLLECT_GARBAGE = task('collect-garbage', Type.Null(), Type.Null())
