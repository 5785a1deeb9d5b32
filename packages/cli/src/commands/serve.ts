import type { Command } from 'commander'

/** `shopbell serve`: runs the same server as `npm start`; its settings are environment variables (`docs/configuration.md`). */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Run the server. Settings come from the environment; see docs/configuration.md.')
    .action(serve)
}

async function serve(): Promise<void> {
  // Loaded only now: the other commands need no server.
  await import('@shopbell/server/main')
}
