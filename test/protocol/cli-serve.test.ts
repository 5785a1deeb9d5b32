import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { START_WITHIN_MS } from '../conversations/live/live-shop.ts'
import { runShopbell } from '../tools/run-shopbell.ts'

const BIN = fileURLToPath(new URL('../../packages/cli/bin/shopbell.js', import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopbell-serve-'))
})
afterAll(() => rm(folder, { recursive: true }))

test(
  'serve runs the server, prints where it is, and ends cleanly when asked to',
  async () => {
    const server = spawn(process.execPath, ['-C', 'shopbell-source', BIN, 'serve'], {
      env: { PATH: process.env['PATH'], PORT: '0', SHOPBELL_DATA: folder, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>((resolve) =>
      server.once('close', (exitCode) => resolve(exitCode)),
    )
    try {
      const url = await addressOf(server.stdout)
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    } finally {
      server.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
  },
  START_WITHIN_MS,
)

test('settings that cannot work are all named, and nothing starts', async () => {
  const { exitCode, err } = await runShopbell(['serve'], { PORT: 'eighty', LOG_LEVEL: 'loud' })
  expect(err).toContain('PORT')
  expect(err).toContain('LOG_LEVEL')
  expect(exitCode).toBe(1)
})

/** The address in the server's greeting. */
function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    output.on('data', (bytes) => {
      said += String(bytes)
      const address = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said)?.[0]
      if (address) resolve(address)
    })
    output.once('end', () => reject(new Error(`The server ended before it said where it is: ${said}`)))
  })
}
