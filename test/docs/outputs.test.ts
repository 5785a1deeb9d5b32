import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCheckoutByLinks, type CheckoutByLinks } from './checkout-by-links.ts'
import { runShell } from './run-shell.ts'
import { blocksFor } from './runner-of.ts'

// What a block shows as the answer to a command is what the command says: `<!-- try: output shopbell validate flow.json -->`.
// `…` stands for any rest of a line.

let checkout: CheckoutByLinks
beforeAll(() => {
  checkout = makeCheckoutByLinks()
  const flow = join(checkout.folder, 'flow.json')
  // The mistake the docs speak of: a common question that is too long for a platform's button.
  writeFileSync(flow, readFileSync(flow, 'utf8').replace('"Lead time?"', '"Lead times?"'))
})
afterAll(() => checkout.remove())

test.for(blocksFor('outputs'))('%s', async ([, { code, how }]) => {
  const env = { PATH: `${checkout.programs}:${process.env['PATH'] ?? ''}` }
  const { out } = await runShell(`${how['output'] ?? ''} || true`, { cwd: checkout.folder, env })
  const said = out.trimEnd().split('\n')
  const shown = code.split('\n')
  expect(said.map((line, at) => cutLike(line, shown[at]))).toEqual(shown)
})

function cutLike(line: string, shown = ''): string {
  return shown.endsWith('…') ? `${line.slice(0, shown.length - 1)}…` : line
}
