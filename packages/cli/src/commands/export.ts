import type { Shopbell } from '@shopbell/client'
import {
  EXPORT_FORMS,
  type ExportForm,
  exportFlow as writtenAs,
  type FlowDocument,
  parseFlow,
} from '@shopbell/engine'
import type { Finding } from '../flow-file/finding.ts'
import { InvalidArgumentError, Option, type Command } from 'commander'
import Type from 'typebox'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { extensionOption, extensionsNamed } from '../flow-file/extensions-option.ts'
import { readFlowFile } from '../flow-file/read-flow-file.ts'
import { placeProblems, tellProblem } from '../flow-file/tell-problems.ts'
import { writeOutput } from '../flow-file/write-output.ts'
import { askServer } from '../server/ask-server.ts'
import { serverAddress } from '../server/server-address.ts'

interface Options {
  readonly from?: string
  readonly token?: string
  readonly version?: number
  readonly as: ExportForm
  readonly extension: readonly string[]
  readonly output?: string
}

/** `shopbell export`: a file's or a server's flow, as its byte-stable document or as what it compiles to. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('Print a flow, from a file or from a server, as its document, as a machine or as a diagram.')
    .argument('[file]', 'flow file')
    .option('--from <url>', 'export from this server instead of a file')
    .option('--token <token>', 'API token (or SHOPBELL_TOKEN)')
    .option(
      '--version <n>',
      'published version to export from the server (default: the live one)',
      versionNumber,
    )
    .addOption(
      new Option('--as <form>', 'what to print: machine is XState as plain JSON')
        .choices([...EXPORT_FORMS])
        .default('document'),
    )
    .addOption(extensionOption())
    .option('-o, --output <file>', 'write to this file')
    .action(exportFlow)
}

async function exportFlow(path: string | undefined, options: Options): Promise<void> {
  const { from, as, output, version } = options
  if ((path === undefined) === (from === undefined)) {
    throw new CommandFailure(EXIT.USAGE, 'Say what to export: a file, or --from a server.')
  }
  if (from === undefined && version !== undefined) {
    throw new CommandFailure(EXIT.USAGE, '--version chooses a version of a server; give --from too.')
  }
  const document =
    from === undefined ? await flowOfFile(path ?? '') : flowOfText(from, await textOfVersion(from, options))
  const extensions = await extensionsNamed(options.extension)
  await writeOutput(writtenAs(document, as, extensions).text, output)
}

async function flowOfFile(path: string): Promise<FlowDocument> {
  const { source, document, problems } = await readFlowFile(path)
  if (document) return document
  throw unusable(path, source, problems)
}

async function textOfVersion(from: string, { token, version }: Options): Promise<string> {
  const name = version === undefined ? 'live' : String(version)
  const exporting = (shop: Shopbell) =>
    shop.GET('/flow/versions/{version}/export', { params: { path: { version: name } }, parseAs: 'text' })
  return askServer(serverAddress(from, token), exporting, Type.String())
}

function flowOfText(name: string, source: string): FlowDocument {
  const parsed = parseFlow(source)
  if (!parsed.ok) throw unusable(name, source, parsed.problems)
  return parsed.document
}

function unusable(name: string, source: string, problems: readonly Finding[]): CommandFailure {
  const told = placeProblems(source, problems).map((problem) => tellProblem(name, problem))
  return new CommandFailure(EXIT.PROBLEMS, `${name} cannot be exported.\n${told.join('\n')}`)
}

function versionNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Versions are numbered 1, 2, 3 …')
}
