import type { Migration } from 'kysely/migration'
import * as first from './0001-first.ts'

/** Every step from an empty database to the schema of this version, in order. A released one never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
}
