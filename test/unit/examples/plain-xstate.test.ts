import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'

const CHAT = fileURLToPath(new URL('../../../examples/plain-xstate/chat.js', import.meta.url))
const flow = (name: string) => fileURLToPath(new URL(`../../../flows/${name}/flow.json`, import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-machine-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Exports a flow's machine and chats with it, line by line. Without the condition that finds our sources. */
async function chat(name: string, lines: readonly string[]): Promise<readonly string[]> {
  const machine = join(folder, `${name}.json`)
  expect(await runShopbell(['export', '--as', 'machine', flow(name), '-o', machine])).toMatchObject({
    exitCode: 0,
  })
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHAT, machine], { stdio: ['pipe', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.once('error', reject)
    child.once('close', (exitCode) => {
      if (exitCode === 0) resolve(out.trimEnd().split('\n'))
      else reject(new Error(`The chat ended with ${String(exitCode)}`))
    })
    child.stdin.end(`${lines.join('\n')}\n`)
  })
}

test('the exported machine runs with nothing but xstate: greeting, list, taps, questions, a branch, a person', async () => {
  const said = await chat('export-factory', ['MOQ?', 'Other size', '1200', 'Lead time?', 'Laser'])
  expect(said.slice(0, 2)).toEqual(['Hello and welcome, you reached our shop.', ''])
  expect(said.slice(said.indexOf('(MOQ?) (Lead time?) (Samples?) (Your logo?) (Payment?)') + 1)).toEqual([
    'Which size do you need?',
    '(500 ml) (750 ml) (1 litre) (Other size)',
    '500 pieces per colour. Your first order may mix two colours.',
    'We make other sizes too. A mould costs US$ 1,800 once and takes 25 days.',
    'How many pieces?',
    'How shall we put your logo on? Choose one or more.',
    '(Laser) (Silk print) (Full wrap) (No logo)',
    '20 days after the sample is approved. Samples take 3 to 5 days.',
    'Thank you. We noted:',
    '- size: other',
    '- quantity: 1200',
    '- logo: laser',
    'Your quantity goes straight to our key accounts team, who answer within two working hours.',
    'The conversation is with: waiting',
  ])
})

test('and takes the other branch for another answer', async () => {
  const said = await chat('export-factory', ['500 ml', '999', 'Laser'])
  expect(said).toContain('For smaller runs we ship a pack of 6 in 3 days for US$ 39.')
  expect(said.at(-1)).toBe('The conversation is with: waiting')
})

test('words that nothing waits for go to a person', async () => {
  const said = await chat('flagship-store', ['自用', '在吗'])
  expect(said.at(-1)).toBe('The conversation is with: waiting')
})

test('started without a machine it says how it is started', () => {
  const { status, stderr } = spawnSync(process.execPath, [CHAT], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([2, 'Say which machine: node chat.js machine.json\n'])
})

test('the example is xstate and nothing of ours', async () => {
  const source = await readFile(CHAT, 'utf8')
  const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name)
  expect(imported).toEqual(['node:fs', 'node:readline', 'xstate'])
})
