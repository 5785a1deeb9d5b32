import { COMMIT, FILL } from '../commits/commit-tasks.ts'
import { type Program, startProgram } from '../process/start-program.ts'
import { costOf, type Cost } from './cost.ts'
import type { Stage } from './open-stage.ts'

/** Steps per statement, as in the reference that the targets come from. */
export const BATCH = 64

/** Nothing but the commit: the server's own rows in full batches on one connection, which no server can be faster than. */
export interface Committer {
  readonly commit: (form: 'own' | 'arrays', durationMs: number) => Promise<Cost>
  readonly stop: () => Promise<void>
}

export async function openCommitter(stage: Stage, conversations: number): Promise<Committer> {
  const program: Program = startProgram('commits', { environment: stage.environment })
  await program.ask(FILL, { databaseUrl: await stage.postgres.newDatabase(), conversations })
  const commit = (form: 'own' | 'arrays', durationMs: number) =>
    costOf(stage, program, async () => {
      const { steps, ...round } = await program.ask(COMMIT, { batch: BATCH, durationMs, form })
      return { messages: steps, ...round }
    })
  await commit('own', stage.pace.warmUpMs / 2)
  await commit('arrays', stage.pace.warmUpMs / 2)
  return { commit, stop: program.stop }
}
