import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FlowDraft, FlowVersionList } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { START_WITHIN_MS, startLiveShop, type LiveShop } from '../conversations/live/live-shop.ts'
import { readShops } from '../conversations/read-shop.ts'
import { runShopbell, type Finished } from '../tools/run-shopbell.ts'

const OPENED_AT = Date.parse('2026-03-01T00:00:00Z')
const STUDIO = fileURLToPath(new URL('../../flows/craft-studio/flow.json', import.meta.url))

let live: LiveShop
let folder = ''

beforeAll(async () => {
  const shop = readShops().find((candidate) => candidate.folder === 'export-factory')!
  live = await startLiveShop(shop, OPENED_AT)
  folder = await mkdtemp(join(tmpdir(), 'shopbell-cli-'))
}, START_WITHIN_MS)
afterAll(async () => {
  await live.stop()
  await rm(folder, { recursive: true })
})

function shopbell(...args: readonly string[]): Promise<Finished> {
  return runShopbell(args, { SHOPBELL_TOKEN: live.api.token })
}

const draft = () => live.api.ask('GET', 'flow/draft', FlowDraft)
const versions = async () => (await live.api.ask('GET', 'flow/versions', FlowVersionList)).versions

// One story, told in order: each test goes on from the one before.

test('the published flow is exported with the very bytes a file exports with', async () => {
  const path = fileURLToPath(new URL('../../flows/export-factory/flow.json', import.meta.url))
  const ofFile = await shopbell('export', path)
  const ofServer = await shopbell('export', '--from', live.url)
  expect(ofServer).toEqual({ exitCode: 0, out: ofFile.out, err: '' })
  expect(ofServer.out).toContain('"Export factory reception"')
})

test('a dry run lists what the server finds and saves nothing', async () => {
  const before = await draft()
  expect(await shopbell('import', STUDIO, '--to', live.url, '--dry-run')).toEqual({
    exitCode: 0,
    out: `${STUDIO}: not saved (dry run), no problems\n`,
    err: '',
  })
  expect(await draft()).toEqual(before)
})

test('an import becomes the draft, and buyers do not meet it yet', async () => {
  const { revision } = await draft()
  expect(await shopbell('import', STUDIO, '--to', live.url)).toEqual({
    exitCode: 0,
    out: `${STUDIO}: saved as the draft, revision ${String(revision + 1)}, no problems\n`,
    err: '',
  })
  expect((await draft()).document['name']).toBe('Studio reception')
  expect(await versions()).toHaveLength(1)
})

test('publishing makes the draft version 2, with its note', async () => {
  expect(await shopbell('publish', '--to', live.url, '--note', 'Spring')).toEqual({
    exitCode: 0,
    out: 'Version 2 is live, no problems.\n',
    err: '',
  })
  expect(await versions()).toMatchObject([
    { version: 2, note: 'Spring', live: true },
    { version: 1, live: false },
  ])
})

test('export, import, export gives the same bytes; older versions stay as they were', async () => {
  const first = join(folder, 'first.json')
  await shopbell('export', '--from', live.url, '-o', first)
  await shopbell('import', first, '--to', live.url)
  await shopbell('publish', '--to', live.url)
  const third = await shopbell('export', '--from', live.url, '--version', '3')
  expect(third.out).toBe(await readFile(first, 'utf8'))
  const original = await shopbell('export', '--from', live.url, '--version', '1')
  expect(original.out).toContain('"Export factory reception"')
})

test('--as machine exports the live version as a machine', async () => {
  const { exitCode, out } = await shopbell('export', '--from', live.url, '--as', 'machine')
  expect(exitCode).toBe(0)
  expect(Object.keys(JSON.parse(out).config.states.path.states)).toContain('ask-piece')
})

test('a flow with errors may be a draft, ends with 1, and cannot be published', async () => {
  const path = join(folder, 'errors.json')
  const source = await readFile(STUDIO, 'utf8')
  await writeFile(path, source.replace('Shipping?', 'Shipping costs?'))
  const line = source.slice(0, source.indexOf('Shipping?')).split('\n').length
  const imported = await shopbell('import', path, '--to', live.url)
  expect(imported.out).toContain(
    `${path}:${String(line)}:7: error QUESTION_TOO_LONG /texts/en/faq.shipping.question: `,
  )
  expect(imported.out).toMatch(/saved as the draft, revision \d+, 1 error\n$/)
  expect(imported.exitCode).toBe(1)

  const published = await shopbell('publish', '--to', live.url)
  expect(published.out).toContain('draft: error QUESTION_TOO_LONG /texts/en/faq.shipping.question: ')
  expect(published.err).toContain('FLOW_HAS_PROBLEMS')
  expect(published.exitCode).toBe(1)
  expect(await versions()).toHaveLength(3)
})

test('a file that is no flow is not even sent', async () => {
  const path = join(folder, 'newer.json')
  await writeFile(path, '{"format": 2}')
  const before = await draft()
  const { exitCode, out } = await shopbell('import', path, '--to', live.url)
  expect(out).toContain(`${path}:1:2: error FORMAT_NEWER /format: `)
  expect(exitCode).toBe(1)
  expect(await draft()).toEqual(before)
})

test('a token the server does not know ends with 3', async () => {
  const { exitCode, err } = await runShopbell(['publish', '--to', live.url, '--token', 'sbk_nobody'])
  expect(err).toContain('The server refused (NOT_SIGNED_IN)')
  expect(exitCode).toBe(3)
})

test('a version that does not exist ends with 3', async () => {
  const { exitCode, err } = await shopbell('export', '--from', live.url, '--version', '99')
  expect(err).toContain('The server refused (NOT_FOUND)')
  expect(exitCode).toBe(3)
})
