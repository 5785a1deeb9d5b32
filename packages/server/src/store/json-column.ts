import type { ColumnType } from 'kysely'

/** A JSON column: a value when read, its text when written (a driver would make a PostgreSQL array of an array). */
export type JsonColumn<Value> = ColumnType<Value, string, string>
