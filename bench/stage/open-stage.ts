import { type Program, type ProgramOptions, startProgram } from '../process/start-program.ts'
import { type BenchPostgres, openPostgres } from './open-postgres.ts'
import type { Pace } from './pace.ts'

/** What all measures share: a PostgreSQL, a load generator, and how long everything may take. */
export interface Stage {
  readonly pace: Pace
  readonly postgres: BenchPostgres
  /** All simulated buyers. */
  readonly load: Program
  /** Starts a program of the bench, its fsyncs as slow as was asked for; it ends with the stage at the latest. */
  readonly start: (name: string, options?: Pick<ProgramOptions, 'nodeOptions'>) => Program
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
  const started: Program[] = []
  const start: Stage['start'] = (name, options = {}) => {
    const program = startProgram(name, { ...options, environment })
    started.push(program)
    return program
  }
  const load = start('load')
  return {
    pace,
    postgres,
    load,
    start,
    tell,
    close: async () => {
      for (const program of started) await program.stop()
      await postgres.stop()
    },
  }
}
