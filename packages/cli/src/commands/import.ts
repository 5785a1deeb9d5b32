import type { Shopbell } from '@shopbell/client'
import { FlowImported } from '@shopbell/protocol'
import type { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { readFlowFile } from '../flow-file/read-flow-file.ts'
import { countProblems, hasErrors, placeProblems, tellProblem } from '../flow-file/tell-problems.ts'
import { askServer } from '../server/ask-server.ts'
import { Refusal } from '../server/refusal.ts'
import { serverAddress, type ServerAddress } from '../server/server-address.ts'

interface Options {
  readonly to: string
  readonly token?: string
  readonly dryRun?: true
}

/** `shopbell import`: makes a file the draft of a server's store. A draft may have errors; they are listed and end with exit code 1. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('Make a flow file the draft of a store; buyers meet it after publishing only.')
    .argument('<file>', 'flow file')
    .requiredOption('--to <url>', 'server to import into')
    .option('--token <token>', 'API token (or SHOPBELL_TOKEN)')
    .option('--dry-run', 'only list what the server finds; save nothing')
    .action(importFlow)
}

async function importFlow(path: string, { to, token, dryRun }: Options): Promise<void> {
  const server = serverAddress(to, token)
  const { source, document, problems } = await readFlowFile(path)
  if (!document) {
    console.log(
      placeProblems(source, problems)
        .map((problem) => tellProblem(path, problem))
        .join('\n'),
    )
    throw new CommandFailure(EXIT.PROBLEMS, `${path} cannot become a draft; nothing was sent.`)
  }
  const imported = await send(server, path, source, dryRun === true)
  const told = placeProblems(source, imported.problems).map((problem) => tellProblem(path, problem))
  const draft = imported.revision === undefined ? '' : `, revision ${String(imported.revision)}`
  const outcome = imported.saved ? `saved as the draft${draft}` : 'not saved (dry run)'
  console.log([...told, `${path}: ${outcome}, ${countProblems(imported.problems)}`].join('\n'))
  if (hasErrors(imported.problems)) process.exitCode = EXIT.PROBLEMS
}

/** The server may know more than this program, so its problems get their places too. */
async function send(
  server: ServerAddress,
  path: string,
  source: string,
  dryRun: boolean,
): Promise<FlowImported> {
  try {
    const query = { dryRun: dryRun ? 'true' : 'false' } as const
    const importing = (shop: Shopbell) => shop.POST('/flow/import', { params: { query }, body: source })
    return await askServer(server, importing, FlowImported)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const told = placeProblems(source, error.problems).map((problem) => tellProblem(path, problem))
    if (told.length > 0) console.log(told.join('\n'))
    throw error
  }
}
