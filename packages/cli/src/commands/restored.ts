import type { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'

/** `shopbell restored`: to be run once after the database was restored from a backup. */
export function addRestored(program: Command): void {
  program
    .command('restored')
    .description('After restoring a backup: make every client read its conversation again.')
    .action(restored)
}

async function restored(): Promise<void> {
  // Loaded only now: the other commands need no server.
  const { createLog, readConfig, renewEpochs } = await import('@shopbell/server')
  const read = readConfig(process.env)
  if (!read.ok) throw new CommandFailure(EXIT.USAGE, read.problems.join(' '))
  try {
    const stores = await renewEpochs(read.config, createLog('silent'))
    console.log(
      `Done: clients of ${String(stores)} ${stores === 1 ? 'store' : 'stores'} will read everything again.`,
    )
  } catch (error) {
    throw new CommandFailure(EXIT.USAGE, error instanceof Error ? error.message : String(error))
  }
}
