import { parseFlow, type FlowDocument } from '@shopbell/engine'
import { FlowDraft } from '@shopbell/protocol'
import { readFileSync } from 'node:fs'
import type { APIResponse, Browser, BrowserContext, Page } from 'playwright-core'
import { Parse } from 'typebox/value'
import { launchChromium } from '../../tools/launch-chromium.ts'
import { startShop } from '../../tools/start-shop.ts'
import { OWNER } from '../console-stage.ts'

/** A shop with an owner and a published flow, and browsers with its editor open. */
export interface EditorStage {
  /** What is live, and the draft at the beginning. */
  readonly start: FlowDocument
  readonly url: string
  readonly browser: Browser
  /** The draft as the server has it. */
  readonly stored: () => Promise<FlowDocument>
  /** Makes the draft what it was at the beginning, without a history. */
  readonly beginAgain: () => Promise<void>
  /** Grows with every batch of changes that was stored. */
  readonly revision: () => Promise<number>
  /** What the browsers complained about so far: errors of scripts, breaches of the content policy. */
  readonly complaints: readonly string[]
  /** A browser of its own (own storage), signed in, with the editor open in a view. */
  readonly open: (settings?: OpenSettings) => Promise<Page>
  readonly close: () => Promise<void>
}

export interface OpenSettings {
  readonly view?: 'canvas' | 'form' | 'outline'
  readonly locale?: 'en' | 'zh-CN'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  readonly touch?: boolean
  /** Something to do with the page before it goes anywhere. */
  readonly prepare?: (page: Page) => Promise<void>
}

export async function openEditorStage(start: FlowDocument = sampleFlow()): Promise<EditorStage> {
  const shop = await startShop()
  const browser = await launchChromium()
  const complaints: string[] = []
  const owner = await browser.newContext()

  async function post(path: string, data: unknown): Promise<APIResponse> {
    const headers = { origin: shop.url, 'content-type': 'application/json' }
    const answer = await owner.request.post(`${shop.url}/api/v1${path}`, { data, headers })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer
  }
  async function draft(): Promise<FlowDraft> {
    return Parse(FlowDraft, await (await owner.request.get(`${shop.url}/api/v1/flow/draft`)).json())
  }
  async function stored(): Promise<FlowDocument> {
    const read = parseFlow(JSON.stringify((await draft()).document))
    if (!read.ok) throw new Error('What is stored is no flow.')
    return read.document
  }

  await post('/setup', { token: new URL(shop.setupLink ?? '').hash.slice('#token='.length), ...OWNER })
  const beginAgain = async () => void (await post('/flow/import', start))
  await beginAgain()
  await post('/flow/publish', { revision: (await draft()).revision, note: '' })

  async function open(settings: OpenSettings = {}): Promise<Page> {
    const { view = 'form', locale = 'en', theme = 'light' } = settings
    const { width = 1440, height = 900, touch = false } = settings
    const context = await browser.newContext({
      viewport: { width, height },
      locale,
      hasTouch: touch,
      // Nothing is measured or judged half-way.
      reducedMotion: 'reduce',
    })
    await prepare(context, { view, locale, theme })
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (line) => {
      if (line.type() === 'error') complaints.push(line.text())
    })
    await settings.prepare?.(page)
    await page.goto(`${shop.url}/console/flow/edit`)
    await page.locator('.editor').waitFor()
    return page
  }

  async function prepare(
    context: BrowserContext,
    { view, locale, theme }: Required<Pick<OpenSettings, 'view' | 'locale' | 'theme'>>,
  ): Promise<void> {
    await context.addCookies(await owner.cookies())
    await context.addInitScript(
      ([chosenView, chosenLocale, chosenTheme]) => {
        if (location.protocol !== 'http:') return // a blank page has no storage
        localStorage.setItem('shopbell.flowView', chosenView ?? 'form')
        localStorage.setItem('shopbell.locale', chosenLocale ?? 'en')
        localStorage.setItem('shopbell.theme', chosenTheme ?? 'light')
      },
      [view, locale, theme],
    )
  }

  return {
    start,
    url: shop.url,
    browser,
    stored,
    beginAgain,
    revision: async () => (await draft()).revision,
    complaints,
    open,
    close: async () => {
      await browser.close()
      await shop.stop()
    },
  }
}

export function sampleFlow(): FlowDocument {
  const file = new URL('../../../flows/export-factory/flow.json', import.meta.url)
  const parsed = parseFlow(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error('The sample flow does not parse')
  return parsed.document
}

/** Opens a question's row of the list by its words. */
export async function openQuestion(page: Page, words: string): Promise<void> {
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await page.locator('[data-item] button.closed', { hasText: words }).click()
}
