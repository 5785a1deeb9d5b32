import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagesAreInstalled } from '../../scripts/bootstrap/packages-are-installed.mjs'
import { ROOT } from './doc-blocks.ts'

/** A folder in which a reader of the docs could sit: what a block writes stays in it. */
export interface CheckoutByLinks {
  readonly folder: string
  /** Programs that the docs call by their short names; goes first on the path. */
  readonly programs: string
  readonly remove: () => void
}

const COPIED = ['package.json', 'flows', 'examples']
const LINKED = ['node_modules', 'packages', 'scripts', 'svelte.config.js', 'tsconfig.base.json']

const PRODUCTS_CSV = 'ref,title,price,currency\nTRAIL-750,Trail 750,3.75,USD\nCUP-1,Cup,1.20,USD\n'
const PRODUCTS_JSON = '[{ "ref": "CUP-2", "title": "Large cup" }]\n'

/** The files of a checkout that commands in the docs name, and the small ones they take for granted (`flow.json`, `products.csv`). */
export function makeCheckoutByLinks(): CheckoutByLinks {
  // A command in the docs that starts the product would install the packages anew, under everybody who uses them through these links.
  if (!packagesAreInstalled(ROOT))
    throw new Error('node_modules is not what package-lock.json asks for: npm ci')
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-docs-'))
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(folder, name))
  cpSync(join(ROOT, 'flows/export-factory/flow.json'), join(folder, 'flow.json'))
  writeFileSync(join(folder, 'products.csv'), PRODUCTS_CSV)
  writeFileSync(join(folder, 'products.json'), PRODUCTS_JSON)
  const programs = join(folder, '.programs')
  mkdirSync(programs)
  program(programs, 'node', `exec '${process.execPath}' "$@"`)
  program(
    programs,
    'shopbell',
    `exec '${process.execPath}' -C shopbell-source '${join(ROOT, 'packages/cli/bin/shopbell.js')}' "$@"`,
  )
  program(programs, 'npx', NPX)
  return { folder, programs, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Readers have it from the registry; here it is the program of this checkout, and nothing else is fetched. */
const NPX = `case "$1" in
  shopbell | @shopbell/cli) shift; exec shopbell "$@" ;;
  *) echo "npx $1: the docs name a program that nobody provides here" >&2; exit 127 ;;
esac`

function program(folder: string, name: string, body: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
}
