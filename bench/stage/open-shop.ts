import { GATHER } from '../load/load-tasks.ts'
import { OPEN } from '../process/server-tasks.ts'
import { type Program, startProgram } from '../process/start-program.ts'
import { closedRound } from './cost.ts'
import type { Stage } from './open-stage.ts'

/** A server with a crowd of buyers who have seen the list, warmed up. The crowd has the server's name. */
export interface Shop {
  readonly name: string
  readonly program: Program
}

export interface ShopOptions {
  readonly name: string
  readonly program?: 'shop' | 'naive'
  readonly database: 'postgres' | 'embedded'
  readonly writes?: boolean
  readonly buyers: number
}

export async function openShop(
  stage: Stage,
  { name, program: file = 'shop', database, writes = true, buyers }: ShopOptions,
): Promise<Shop> {
  const { load, postgres, environment, pace } = stage
  const program = startProgram(file, { environment })
  const databaseUrl = database === 'postgres' ? await postgres.newDatabase() : null
  const { url } = await program.ask(OPEN, { databaseUrl, writes })
  await load.ask(GATHER, { crowd: name, url, otherEnd: 'shop', buyers })
  await closedRound(stage, program, name, pace.warmUpMs)
  return { name, program }
}
