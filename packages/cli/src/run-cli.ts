import { Command, CommanderError } from 'commander'
import { CommandFailure } from './command-failure.ts'
import { addCatalogue } from './commands/catalogue.ts'
import { addExport } from './commands/export.ts'
import { addImport } from './commands/import.ts'
import { addPublish } from './commands/publish.ts'
import { addResetPassword } from './commands/reset-password.ts'
import { addRestored } from './commands/restored.ts'
import { addServe } from './commands/serve.ts'
import { addValidate } from './commands/validate.ts'
import { EXIT, nameOfExit } from './exit-code.ts'

const VERSION = '0.1.0'

/** Runs one command line and sets the process's exit code (`docs/cli.md`). Never throws for what a user may do wrong. */
export async function runCli(argv: readonly string[]): Promise<void> {
  const program = new Command('shopbell')
    .description('Check, move and publish reception flows, and serve them.')
    .version(VERSION)
    // Lets `export --version 3` mean the flow's version.
    .enablePositionalOptions()
    .showHelpAfterError('(shopbell --help shows the commands)')
    .configureOutput({
      outputError: (text, write) => {
        write(text.replace(/^error: /, told('USAGE', '')))
      },
    })
    .exitOverride()
  for (const add of [
    addServe,
    addValidate,
    addExport,
    addImport,
    addPublish,
    addCatalogue,
    addRestored,
    addResetPassword,
  ])
    add(program)
  try {
    await program.parseAsync(argv)
  } catch (error) {
    process.exitCode = exitCodeOf(error)
  }
}

/** A reason for a failure as it is printed: by the name of its exit code a script tells it from another. */
function told(name: string, message: string): string {
  return `shopbell: ${name}: ${message}`
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) {
    console.error(told(nameOfExit(error.exitCode), error.message))
    return error.exitCode
  }
  // Commander has already printed its own sentence; 0 means help or version was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE
  throw error
}
