import { startProgram, type Program } from '../process/start-program.ts'
import { type BenchPostgres, openPostgres } from './open-postgres.ts'
import type { Pace } from './pace.ts'

/** What all measures share: a PostgreSQL, a load generator, and how long everything may take. */
export interface Stage {
  readonly pace: Pace
  readonly postgres: BenchPostgres
  /** All simulated buyers. */
  readonly load: Program
  /** For programs whose fsyncs count. */
  readonly environment: Readonly<Record<string, string>>
  /** A line that says how far the bench is. */
  readonly tell: (line: string) => void
  readonly close: () => Promise<void>
}

export async function openStage(
  pace: Pace,
  environment: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<Stage> {
  const postgres = await openPostgres(environment)
  const load = startProgram('load')
  return {
    pace,
    postgres,
    load,
    environment,
    tell,
    close: async () => {
      await load.stop()
      await postgres.stop()
    },
  }
}
