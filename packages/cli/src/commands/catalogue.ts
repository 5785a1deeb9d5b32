import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Shopbell } from '@shopbell/client'
import { CatalogueImported, MAX_IMPORT_BYTES } from '@shopbell/protocol'
import type { Command } from 'commander'
import { CommandFailure } from '../command-failure.ts'
import { EXIT } from '../exit-code.ts'
import { askServer } from '../server/ask-server.ts'
import { serverAddress } from '../server/server-address.ts'

interface Options {
  readonly to: string
  readonly token?: string
  readonly dryRun?: true
}

/** The server checks and writes 100,000 products meanwhile. */
const PATIENCE_MS = 120_000

/** `shopbell catalogue import`: puts the products of a file into a server's store, all of them or none. */
export function addCatalogue(program: Command): void {
  program
    .command('catalogue')
    .description('Keep the products of a store fresh.')
    .command('import')
    .description('Put the products of a CSV or JSON file into a store; with one problem nothing is saved.')
    .argument('<file>', 'CSV, or JSON where its name ends so')
    .requiredOption('--to <url>', 'server to import into')
    .option('--token <token>', 'API token (or SHOPBELL_TOKEN)')
    .option('--dry-run', 'only tell what would happen; save nothing')
    .action(importCatalogue)
}

async function importCatalogue(path: string, { to, token, dryRun }: Options): Promise<void> {
  const server = serverAddress(to, token)
  const body = await readFile(path)
  const query = { dryRun: dryRun === true ? 'true' : 'false' } as const
  const headers = { 'content-type': /\.json$/i.test(path) ? 'application/json' : 'text/csv' }
  const importing = (shop: Shopbell) => shop.POST('/products/import', { params: { query }, headers, body })
  const imported = await askServer(server, importing, CatalogueImported, PATIENCE_MS)
  const { saved, created, updated, rows, problems, problemCount } = imported
  for (const { row, code, message } of problems) {
    console.log(`${path}: row ${String(row)}: error ${code}: ${message}`)
  }
  if (problemCount > 0) {
    const untold = problemCount - problems.length
    const more = untold === 0 ? '' : `, ${String(untold)} more than told here`
    throw new CommandFailure(
      EXIT.PROBLEMS,
      `${path}: ${count(problemCount, 'problem')}${more}; nothing was saved.`,
    )
  }
  const outcome = saved ? 'saved' : 'not saved (dry run)'
  console.log(
    `${path}: ${outcome}, ${count(rows, 'product')}: ${String(created)} new, ${String(updated)} replaced`,
  )
}

async function readFile(path: string): Promise<Blob> {
  const file = await openFile(path)
  if (file.size <= MAX_IMPORT_BYTES) return file
  throw new CommandFailure(EXIT.USAGE, `${path} is larger than 32 MB; split it.`)
}

/** Sent from the disk, never whole in memory. */
async function openFile(path: string): Promise<Blob> {
  try {
    // A folder opens like a file, and fails only when it is read.
    if (!(await stat(path)).isDirectory()) return await openAsBlob(path)
  } catch {
    // Said below, as of a folder.
  }
  throw new CommandFailure(
    EXIT.USAGE,
    `${path} cannot be read; check that it is a file, and who may read it.`,
  )
}

function count(n: number, what: string): string {
  return `${String(n)} ${what}${n === 1 ? '' : 's'}`
}
