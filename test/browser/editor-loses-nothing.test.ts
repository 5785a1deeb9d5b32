import { canonicalFlow, type FlowDocument } from '@shopbell/engine'
import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newEmbeddedData } from '../tools/embedded-data.ts'
import { eventually } from '../tools/eventually.ts'
import { freePort } from '../tools/free-port.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { startServerProcess, type ServerProcess } from '../tools/server-process.ts'
import { fillInSetUp } from './console-stage.ts'
import { openQuestion } from './editor-stage/editor-stage.ts'
import { keptOnDevice } from './editor-stage/kept-on-device.ts'

// Tabs and servers that die, answers that come late, two people in one draft: with the server that shops run, in a process of its own.

const ANSWER = 'faq.moq.answer'
const FIRST_WORDS = '500 pieces per colour. Your first order may mix two colours.'
const SAVES = '**/api/v1/flow/draft/operations'

let directory: string
let environment: Readonly<Record<string, string>>
let server: ServerProcess
let browser: Browser
let signedIn: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  directory = await newEmbeddedData('shopbell-editor-')
  environment = { PORT: String(await freePort()), SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on' }
  server = await startServerProcess(environment)
  browser = await launchChromium()
  signedIn = await newContext()
  const page = await signedIn.newPage()
  await page.goto(/http\S+#token=\S+/.exec(server.output())?.[0] ?? '')
  await fillInSetUp(page)
  await page.close()
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

let isDead = false
// A test that ends while its server is dead takes no other with it.
afterEach(async () => {
  if (isDead) await restartServer()
})

async function killServer(): Promise<void> {
  isDead = true
  await server.kill()
}
async function restartServer(): Promise<void> {
  server = await startServerProcess(environment)
  isDead = false
}

/** Between two attempts the editor may wait half a minute. */
const BACK_WITHIN_MS = 120_000
const answerOf = (page: Page) => page.locator(`[data-at="/texts/en/${ANSWER}"]`)
const saveState = (page: Page) => page.locator('[data-save]').getAttribute('data-save')

test('a tab that is killed 300 ms after a keystroke has lost nothing, even with the server killed before; undo is there too', async () => {
  const context = await newSignedIn()
  await context.clock.install()
  const page = await openEditor(context)
  await openQuestion(page, 'MOQ')
  await killServer()
  // By the page's clock: how long the disk then takes is the machine's affair.
  await context.clock.pauseAt(Date.now() + 60_000)
  await answerOf(page).fill('Three hundred pieces.')
  await context.clock.runFor(300)
  await eventually(async () => expect(await keptOnDevice(page)).toContain('Three hundred pieces.'))
  await context.clock.resume()
  await crash(page)
  await restartServer()

  const again = await openEditor(context)
  await openQuestion(again, 'MOQ')
  await eventually(async () => expect(await answerOf(again).inputValue()).toBe('Three hundred pieces.'))
  await eventually(async () => expect(await storedText(ANSWER)).toBe('Three hundred pieces.'))
  await again.getByRole('button', { name: 'Undo' }).click()
  await eventually(async () => expect(await storedText(ANSWER)).toBe(FIRST_WORDS))
  await context.close()
})

test('a save answer that comes late replaces nothing that was typed meanwhile', async () => {
  const page = await openEditor(await newSignedIn())
  await openQuestion(page, 'MOQ')
  const typed = Promise.withResolvers<undefined>()
  let answered = 0
  await page.route(SAVES, async (route) => {
    const response = await route.fetch()
    await typed.promise
    await route.fulfill({ response })
    answered += 1
  })
  await answerOf(page).fill('One')
  await eventually(async () => expect(await storedText(ANSWER)).toBe('One'))
  await answerOf(page).fill('One and more')
  typed.resolve(undefined)
  await eventually(() => expect(answered).toBeGreaterThan(0))
  expect(await answerOf(page).inputValue()).toBe('One and more')
  await eventually(async () => expect(await storedText(ANSWER)).toBe('One and more'))
  await eventually(async () => expect(await saveState(page)).toBe('saved'))
  expect(await answerOf(page).inputValue()).toBe('One and more')
  await leave(page)
})

test('a server that is dead for thirty seconds: the page says so, keeps all, and sends it when it is back', async () => {
  const page = await openEditor(await newSignedIn())
  await openQuestion(page, 'MOQ')
  await killServer()
  const until = Date.now() + 30_000
  for (let n = 1; Date.now() < until; n += 1) {
    await answerOf(page).fill(`Answer ${String(n)}`)
    await page.waitForTimeout(1_000)
  }
  await page.getByText('Offline, kept on this device').waitFor()
  const last = await answerOf(page).inputValue()
  await restartServer()
  await eventually(async () => expect(await storedText(ANSWER)).toBe(last), BACK_WITHIN_MS)
  await eventually(async () => expect(await saveState(page)).toBe('saved'))
  await page.context().close()
})

test('undo and redo survive a reload, and what is typed after it is a step of its own', async () => {
  const page = await openEditor(await newSignedIn())
  const start = canonicalFlow(await storedDocument())
  await openQuestion(page, 'MOQ')
  await page.getByRole('switch', { name: 'Lead time? is on' }).click()
  await answerOf(page).fill('Changed')
  await eventually(async () => expect(await storedText(ANSWER)).toBe('Changed'))
  await eventually(async () => expect(await saveState(page)).toBe('saved'))
  await page.reload()
  await openQuestion(page, 'MOQ')
  await answerOf(page).fill('Changed again')
  await eventually(async () => expect(await storedText(ANSWER)).toBe('Changed again'))
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await eventually(async () => expect(await storedText(ANSWER)).toBe('Changed'))
  await undo.click()
  await undo.click()
  await eventually(async () => expect(canonicalFlow(await storedDocument())).toBe(start))
  const redo = page.getByRole('button', { name: 'Redo' })
  await redo.click()
  await redo.click()
  await eventually(async () => expect(await storedText(ANSWER)).toBe('Changed'))
  await page.context().close()
})

test(
  'two browsers, five edits a second each for sixty seconds: no loss, both converge',
  { timeout: 600_000 },
  async () => {
    const [one, two] = await openTwo()
    const until = Date.now() + 60_000
    const write = async (page: Page, key: string, pauseMs: number): Promise<string> => {
      let text = ''
      for (let n = 1; Date.now() < until; n += 1) {
        text = `${key} ${String(n)}`
        await setText(page, key, text)
        await page.waitForTimeout(pauseMs)
      }
      return text
    }
    const [mine, theirs] = await Promise.all([
      write(one, 'welcome', 200),
      write(two, 'picks', 200),
      // And now and then both in one text.
      write(one, 'faq', 5_000),
      write(two, 'faq', 5_000),
    ])
    await eventually(async () => {
      const stored = canonicalFlow(await storedDocument())
      for (const page of [one, two]) expect(canonicalFlow(await documentOf(page))).toBe(stored)
      expect(stored).toContain(mine)
      expect(stored).toContain(theirs)
    }, BACK_WITHIN_MS)
    await Promise.all([one, two].map((page) => page.context().close()))
  },
)

test('each sees where the other is; the same field shows both values, and choosing is an ordinary command', async () => {
  const [one, two] = await openTwo()
  await two
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await one.getByText('Sales 1, at Common questions').waitFor({ state: 'attached' })

  let waiting = 0
  const bothWait = Promise.withResolvers<undefined>()
  for (const page of [one, two]) {
    await page.route(SAVES, async (route) => {
      waiting += 1
      if (waiting === 2) bothWait.resolve(undefined)
      await bothWait.promise
      await route.continue()
    })
  }
  await Promise.all([setText(one, 'picks', 'From one'), setText(two, 'picks', 'From two')])
  for (const page of [one, two]) await page.getByRole('button', { name: 'Not saved: show' }).waitFor()
  await one.getByRole('button', { name: 'Not saved: show' }).click()
  const dialog = one.getByRole('dialog')
  await dialog.getByText('From one').waitFor()
  await dialog.getByText('From two').waitFor()
  await dialog.getByRole('button', { name: 'Take this one' }).click()
  await eventually(async () => expect(await storedText('picks')).toBe('From two'))
  expect((await documentOf(one)).texts['en']?.['picks']).toBe('From two')
  await Promise.all([one, two].map(leave))
})

test('the browsers had nothing to complain about', () => {
  expect(complaints).toEqual([])
})

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(() => {
    // Every frame runs this, and a blank page has no storage.
    if (location.protocol === 'http:') localStorage.setItem('shopbell.flowView', 'form')
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  return context
}

/** A browser with storage of its own: what another test's tab had not saved is not taken up in it. */
async function newSignedIn(): Promise<BrowserContext> {
  const context = await newContext()
  await context.addCookies(await signedIn.cookies())
  return context
}

async function openEditor(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}/console/flow/edit`)
  await page.locator('.editor').waitFor()
  return page
}

/** Closes the browser of a page whose requests went through the test: none of them is left half-way. */
async function leave(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'wait' })
  await page.context().close()
}

/** Two browsers with storage of their own. */
async function openTwo(): Promise<readonly [Page, Page]> {
  return [await openEditor(await newSignedIn()), await openEditor(await newSignedIn())]
}

/** The tab dies without a word. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  void devtools.send('Page.crash').catch(() => undefined)
  await crashed
}

async function storedDocument(): Promise<FlowDocument> {
  const response = await signedIn.request.get(`${server.url}/api/v1/flow/draft`)
  const { document } = (await response.json()) as { readonly document: FlowDocument } // our own API, checked by its schema there
  return document
}

async function storedText(key: string): Promise<string | undefined> {
  return (await storedDocument()).texts['en']?.[key]
}

/** Writes through the page's command bus, as a field does. */
async function setText(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(
    ([textKey = '', text]) => {
      const { editor } = document.querySelector('.editor') as unknown as {
        editor: { execute: (make: () => unknown) => boolean }
      }
      const operations = [{ op: 'put', at: ['texts', 'en', textKey], value: text }]
      editor.execute(() => ({ name: { key: 'setText' }, touches: [], merges: textKey, operations }))
    },
    [key, value],
  )
}

async function documentOf(page: Page): Promise<FlowDocument> {
  return page.evaluate(
    () =>
      (document.querySelector('.editor') as unknown as { editor: { document: FlowDocument } }).editor
        .document,
  )
}
