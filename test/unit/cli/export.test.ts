import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'

const SAMPLE = fileURLToPath(new URL('../../../flows/flagship-store/flow.json', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('an exported document is the same for ever after', async () => {
  const first = join(folder, 'first.json')
  const second = join(folder, 'second.json')
  expect(await runShopbell(['export', SAMPLE, '-o', first])).toMatchObject({ exitCode: 0, out: '' })
  expect(await runShopbell(['export', first, '-o', second])).toMatchObject({ exitCode: 0 })
  const text = await readFile(first, 'utf8')
  expect(await readFile(second, 'utf8')).toBe(text)
  expect(JSON.parse(text)).toEqual(JSON.parse(await readFile(SAMPLE, 'utf8')))
  expect(text.endsWith('}\n')).toBe(true)
})

test('as a machine it gives the machine, its words and what its names mean, as plain JSON', async () => {
  const { exitCode, out } = await runShopbell(['export', '--as', 'machine', SAMPLE])
  const { config, texts, vocabulary } = JSON.parse(out)
  expect(exitCode).toBe(0)
  expect(Object.keys(config.states)).toEqual(['handling', 'path', 'list'])
  expect(texts['zh-CN']['faq.courier.question']).toBe('发什么快递？')
  expect(Object.keys(vocabulary)).toEqual(['events', 'guards', 'actions'])
})

test('a file that is no flow is not exported, and an older export stays whole', async () => {
  const bad = join(folder, 'bad.json')
  const out = join(folder, 'kept.json')
  await writeFile(bad, '{"format": 1,}')
  await writeFile(out, 'before')
  const finished = await runShopbell(['export', bad, '-o', out])
  expect(finished.err).toContain(`${bad}:1:14: error NOT_JSON`)
  expect(finished.exitCode).toBe(1)
  expect(await readFile(out, 'utf8')).toBe('before')
})

test.for([
  ['typescript', 'export function createReception(host: Host) {'],
  ['scxml', '<state id="path.faq">'],
  ['mermaid', 'flowchart TD'],
  ['script', 'Robot offers: 大家常问： [什么时候发货？ |'],
] as const)('as %s', async ([form, says]) => {
  const { exitCode, out } = await runShopbell(['export', '--as', form, SAMPLE])
  expect(exitCode).toBe(0)
  expect(out).toContain(says)
})

describe('what cannot be exported ends with 2', () => {
  test.for([
    ['a form that is none', ['export', SAMPLE, '--as', 'pdf'], 'Allowed choices are document, machine'],
    ['nothing named', ['export'], 'Say what to export'],
    ['a file and a server', ['export', SAMPLE, '--from', 'http://127.0.0.1:1'], 'Say what to export'],
    ['a version of a file', ['export', SAMPLE, '--version', '3'], '--version chooses a version of a server'],
    [
      'version zero',
      ['export', '--from', 'http://127.0.0.1:1', '--version', '0'],
      'Versions are numbered 1, 2, 3',
    ],
    ['a file that is not there', ['export', '/nowhere/flow.json'], 'there is no such file'],
    ['a place that cannot be written', ['export', SAMPLE, '-o', '/nowhere/flow.json'], 'cannot be written'],
  ] as const)('%s', async ([, args, message]) => {
    const { exitCode, out, err } = await runShopbell(args)
    expect(err).toContain(message)
    expect(out).toBe('')
    expect(exitCode).toBe(2)
  })
})

test('nothing half written is left behind', async () => {
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})
