import { canonicalFlow, exportMachine, parseFlow } from '@shopbell/engine'
import type { Finding } from '../flow-file/finding.ts'
import { InvalidArgumentError, type Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { readFlowFile } from '../flow-file/read-flow-file.ts'
import { placeProblems, tellProblem } from '../flow-file/tell-problems.ts'
import { writeOutput } from '../flow-file/write-output.ts'
import { askForText } from '../server/ask-server.ts'
import { serverAddress } from '../server/server-address.ts'

interface Options {
  readonly from?: string
  readonly token?: string
  readonly version?: number
  readonly machine?: true
  readonly output?: string
}

/** `shopbell export`: a file's or a server's flow, as its byte-stable document or as the XState machine it compiles to. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('Print a flow, from a file or from a server, as its document or as an XState machine.')
    .argument('[file]', 'flow file')
    .option('--from <url>', 'export from this server instead of a file')
    .option('--token <token>', 'API token (or SHOPBELL_TOKEN)')
    .option(
      '--version <n>',
      'published version to export from the server (default: the live one)',
      versionNumber,
    )
    .option('--machine', 'export { config, texts, vocabulary }: the machine as plain JSON')
    .option('-o, --output <file>', 'write to this file')
    .action(exportFlow)
}

async function exportFlow(path: string | undefined, options: Options): Promise<void> {
  const { from, machine, output, version } = options
  if ((path === undefined) === (from === undefined)) {
    throw new CommandFailure(EXIT.USAGE, 'Say what to export: a file, or --from a server.')
  }
  if (from === undefined && version !== undefined) {
    throw new CommandFailure(EXIT.USAGE, '--version chooses a version of a server; give --from too.')
  }
  const text = from === undefined ? await textOfFile(path ?? '') : await textOfVersion(from, options)
  await writeOutput(machine ? machineOf(from ?? path ?? '', text) : text, output)
}

async function textOfFile(path: string): Promise<string> {
  const { source, document, problems } = await readFlowFile(path)
  if (document) return canonicalFlow(document)
  throw unusable(path, source, problems)
}

async function textOfVersion(from: string, { token, version }: Options): Promise<string> {
  const name = version === undefined ? 'live' : String(version)
  return askForText(serverAddress(from, token), {
    method: 'GET',
    path: `api/v1/flow/versions/${name}/export`,
  })
}

function machineOf(name: string, source: string): string {
  const parsed = parseFlow(source)
  if (!parsed.ok) throw unusable(name, source, parsed.problems)
  return `${JSON.stringify(exportMachine(parsed.document), null, 2)}\n`
}

function unusable(name: string, source: string, problems: readonly Finding[]): CommandFailure {
  const told = placeProblems(source, problems).map((problem) => tellProblem(name, problem))
  return new CommandFailure(EXIT.PROBLEMS, `${name} cannot be exported.\n${told.join('\n')}`)
}

function versionNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Versions are numbered 1, 2, 3 …')
}
