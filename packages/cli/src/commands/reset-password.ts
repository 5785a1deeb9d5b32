import type { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'

/** `shopbell reset-password`: a way back in for whoever forgot the password of a server that sends no mail. */
export function addResetPassword(program: Command): void {
  program
    .command('reset-password')
    .description('Print a link that sets a new password, once, within an hour.')
    .argument('<e-mail>', 'whose password was forgotten')
    .action(resetPassword)
}

async function resetPassword(email: string): Promise<void> {
  // Loaded only now: the other commands need no server.
  const { createLog, linkForPassword, readConfig } = await import('@shopbell/server')
  const read = readConfig(process.env)
  if (!read.ok) throw new CommandFailure(EXIT.USAGE, read.problems.join(' '))
  const made = await linkForPassword(read.config, email, createLog('silent')).catch((error: unknown) => {
    throw new CommandFailure(EXIT.USAGE, error instanceof Error ? error.message : String(error))
  })
  if (made === null) {
    throw new CommandFailure(
      EXIT.REFUSED,
      `Nobody who may sign in has the e-mail ${email}. Check how it is written.`,
    )
  }
  console.log(made.link)
  console.error('It works once, within an hour, and signs them out everywhere. Hand it over on a safe way.')
}
