import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'

const path = (file: string) =>
  fileURLToPath(new URL(`../../../examples/loyalty-points/${file}`, import.meta.url))
const FLOW = path('flow.json')
const EXTENSION = ['--extension', path('extension.js')]

test('validate knows the blocks of an extension, and says which one is missing without it', async () => {
  expect(await runShopbell(['validate', FLOW, ...EXTENSION])).toMatchObject({
    exitCode: 0,
    out: expect.stringContaining('no problems'),
  })
  const without = await runShopbell(['validate', FLOW])
  expect(without.exitCode).toBe(1)
  expect(without.out).toContain(
    'EXTENSION_MISSING /blocks/points/kind: This block needs the extension “acme/loyalty-points”',
  )
})

test('a file may stand behind the extension', async () => {
  expect((await runShopbell(['validate', ...EXTENSION, FLOW])).exitCode).toBe(0)
})

test('export writes what its blocks do; the document is the same with it and without', async () => {
  const machine = await runShopbell(['export', FLOW, '--as', 'machine', ...EXTENSION])
  const { always } = JSON.parse(machine.out).config.states.path.states.points
  expect(always).toHaveLength(3)
  const [one, other] = await Promise.all([
    runShopbell(['export', FLOW]),
    runShopbell(['export', FLOW, ...EXTENSION]),
  ])
  expect(one).toEqual(other)
})

test('one that cannot be loaded is a mistake of the command line', async () => {
  const { exitCode, err } = await runShopbell(['validate', FLOW, '--extension', path('rank.js')])
  expect(exitCode).toBe(2)
  expect(err).toContain('exports no “extension”')
})
