import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { docBlocks } from '../docs/doc-blocks.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { runNpm } from '../tools/run-npm.ts'

// The packed packages in a real Chromium: the server of `npx shopbell serve` with its chat and console on pages, and the engine in a
// bundle that Vite makes.

let folder: string
let data: string
let server: ChildProcess
let shop: string
let browser: Browser
let page: Server
let html = ''
let origin: string

beforeAll(async () => {
  folder = inject('freshProject')
  data = mkdtempSync(join(tmpdir(), 'shopbell-packed-'))
  server = spawn(process.execPath, ['node_modules/@shopbell/cli/bin/shopbell.js', 'serve'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      SHOPBELL_DATA: data,
      SHOPBELL_DEMO: 'on',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  shop = await addressOf(server)
  browser = await launchChromium()
  page = createServer((request, response) => {
    const isPage = request.url === '/'
    response
      .writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(isPage ? html : '')
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const { port } = page.address() as AddressInfo // a TCP server's address is never a string
  origin = `http://127.0.0.1:${String(port)}`
})
afterAll(async () => {
  await browser.close()
  page.close()
  server.kill('SIGTERM')
  await once(server, 'exit')
  expect(server.exitCode).toBe(0)
  rmSync(data, { recursive: true, force: true })
})

test('README’s line brings the packed chat onto a page of another origin', async () => {
  const line =
    docBlocks().find((block) => block.page === 'README.md' && block.language === 'html')?.code ?? ''
  html = `<!doctype html><html lang="en"><title>A shop</title><body>${line.replace('https://your-shopbell.example', shop)}</body></html>`
  const tab = await browser.newPage()
  await tab.goto(origin)
  await tab.getByRole('button', { name: 'Chat with the shop' }).click()
  await tab.getByRole('button', { name: 'MOQ?' }).click()
  await tab.getByText('500 pieces per colour.').waitFor()
  await tab.close()
})

test('the packed console opens, and makes the owner’s account', async () => {
  const tab = await browser.newPage()
  await tab.goto(`${shop}/console/`)
  await tab.getByRole('heading', { level: 1 }).waitFor()
  expect(await tab.title()).toContain('Shopbell')
  const licences = await tab.request.get(`${shop}/console/third-party-licences.md`)
  expect(await licences.text()).toContain('svelte')
  await tab.close()
})

test('README’s engine snippet runs in a browser, bundled by Vite', async () => {
  const snippet =
    docBlocks().find((block) => block.page === 'README.md' && block.language === 'ts')?.code ?? ''
  const site = join(folder, 'site')
  cpSync(join(folder, 'flow.json'), join(site, 'flow.json'))
  writeFileSync(join(site, 'main.ts'), snippet)
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><title>Engine</title><script type="module" src="./main.ts"></script>',
  )
  const tarballs = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ ...tarballs, scripts: { site: 'vite build site --outDir ../built --emptyOutDir' } }),
  )
  runNpm(['run', 'site'], folder)
  const built = await bundleOf(join(folder, 'built'))
  html = `<!doctype html><html lang="en"><title>Engine</title><script type="module">${built}</script></html>`
  const tab = await browser.newPage()
  const said: string[] = []
  tab.on('console', (message) => said.push(message.text()))
  await tab.goto(origin)
  await expect.poll(() => said.join('\n')).toContain('robot 500 pieces per colour.')
  await tab.close()
})

async function bundleOf(folder_: string): Promise<string> {
  const index = readFileSync(join(folder_, 'index.html'), 'utf8')
  const script = /src="([^"]+\.js)"/.exec(index)?.[1] ?? ''
  return readFileSync(join(folder_, script), 'utf8').replaceAll('</script', '<\\/script')
}

/** Where the server says it is open. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The server was started without a pipe.')
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /(http:\S+)\/healthz$/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('The packed server did not start.')
}
