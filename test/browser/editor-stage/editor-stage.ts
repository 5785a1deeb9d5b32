import { parseFlow, type FlowDocument } from '@shopbell/engine'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../tools/launch-chromium.ts'
import { startDraftServer, type DraftServer } from './draft-server.ts'

export interface EditorStage {
  /** The draft at the beginning. */
  readonly start: FlowDocument
  readonly server: DraftServer
  readonly browser: Browser
  /** What the browsers complained about so far: errors of scripts, breaches of the content policy. */
  readonly complaints: readonly string[]
  /** A browser of its own (own storage), signed in under a name, with the editor open in a view. */
  readonly open: (settings?: OpenSettings) => Promise<Page>
  readonly close: () => Promise<void>
}

export interface OpenSettings {
  readonly name?: string
  readonly view?: 'form' | 'outline'
  readonly locale?: 'en' | 'zh-CN'
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  readonly touch?: boolean
  readonly context?: BrowserContext
}

export async function openEditorStage(
  document = sampleFlow(),
  live: FlowDocument | null = document,
): Promise<EditorStage> {
  const server = await startDraftServer(document, live)
  const browser = await launchChromium()
  const complaints: string[] = []

  async function prepare(
    context: BrowserContext,
    { name, view, locale, theme }: Required<Pick<OpenSettings, 'name' | 'view' | 'locale' | 'theme'>>,
  ): Promise<void> {
    context.setDefaultTimeout(15_000)
    await context.addCookies([{ name: 'who', value: encodeURIComponent(name), url: server.url }])
    await context.addInitScript(
      ([chosenView, chosenLocale, chosenTheme]) => {
        localStorage.setItem('shopbell.flowView', chosenView ?? 'form')
        localStorage.setItem('shopbell.locale', chosenLocale ?? 'en')
        localStorage.setItem('shopbell.theme', chosenTheme ?? 'light')
      },
      [view, locale, theme],
    )
  }

  async function open(settings: OpenSettings = {}): Promise<Page> {
    const {
      name = 'Sales 1',
      view = 'form',
      locale = 'en',
      theme = 'light',
      width = 1440,
      height = 900,
      touch = false,
    } = settings
    const context =
      settings.context ?? (await browser.newContext({ viewport: { width, height }, locale, hasTouch: touch }))
    if (!settings.context) await prepare(context, { name, view, locale, theme })
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (line) => {
      // A refused connection is what some tests are about; the browser calls it an error.
      if (
        line.type() === 'error' &&
        !/Failed to load resource|WebSocket connection|inline style/.test(line.text())
      )
        complaints.push(line.text())
    })
    await page.goto(`${server.url}/console/flow/edit`)
    await page.locator('.editor').waitFor()
    return page
  }

  return {
    start: document,
    server,
    browser,
    complaints,
    open,
    close: async () => {
      await browser.close()
      await server.close()
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
