import type { TestProject } from 'vitest/node'
import { startPostgres } from './start-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a running PostgreSQL's `postgres` database; every suite creates databases of its own in it. */
    readonly postgresUrl: string
  }
}

/** Starts one PostgreSQL for the suites of a project: `inject('postgresUrl')` is where it answers. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  project.provide('postgresUrl', postgres.url())
  return postgres.stop
}
