import type { Shopbell } from '@shopbell/client'
import { FlowDraft, Published } from '@shopbell/protocol'
import type { Command } from 'commander'
import { countProblems } from '../flow-file/tell-problems.ts'
import { askServer } from '../server/ask-server.ts'
import { Refusal } from '../server/refusal.ts'
import { serverAddress } from '../server/server-address.ts'

interface Options {
  readonly to: string
  readonly token?: string
  readonly note?: string
}

/** `shopbell publish`: makes the draft the live version (PUB-01, PUB-09). A draft that moves meanwhile is not published. */
export function addPublish(program: Command): void {
  program
    .command('publish')
    .description('Make the draft of a store its live version.')
    .requiredOption('--to <url>', 'server to publish on')
    .option('--token <token>', 'API token (or SHOPBELL_TOKEN)')
    .option('--note <text>', 'what changed, for the version list')
    .action(publish)
}

async function publish({ to, token, note }: Options): Promise<void> {
  const server = serverAddress(to, token)
  const { revision } = await askServer(server, (shop) => shop.GET('/flow/draft'), FlowDraft)
  const body = { revision, ...(note === undefined ? {} : { note }) }
  try {
    const publishing = (shop: Shopbell) => shop.POST('/flow/publish', { body })
    const { version, problems } = await askServer(server, publishing, Published)
    console.log(`Version ${String(version.version)} is live, ${countProblems(problems)}.`)
  } catch (error) {
    if (error instanceof Refusal) tellRefused(error)
    throw error
  }
}

/** The draft is on the server, so a problem's place is its pointer. */
function tellRefused({ problems }: Refusal): void {
  for (const { severity, code, at, message } of problems)
    console.log(`draft: ${severity} ${code} ${at}: ${message}`)
}
