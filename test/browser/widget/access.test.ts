import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { boxOf } from '../at-rest.ts'
import { axeFindings } from '../axe-findings.ts'
import {
  type Chat,
  openBuyerBrowser,
  openWidgetStage,
  SECOND_QUESTION,
  type WidgetStage,
} from './widget-stage.ts'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

let stage: WidgetStage

beforeAll(async () => {
  stage = await openWidgetStage()
})
afterEach(() => stage.sendBuyersAway())
afterAll(() => stage.stop())

describe('with the keyboard alone', () => {
  test('a buyer opens, chooses, answers, writes, closes, and is back where it was', async () => {
    const chat = await demoPage()
    const { keyboard } = chat.page
    await chat.bubble.focus()
    await keyboard.press('Enter')
    await chat.greeted()
    await expect.poll(() => focusedName(chat.page)).toBe('Write to the shop')

    await chat.button('MOQ?').focus()
    await keyboard.press('Enter')
    await chat.stored('MOQ?')
    await chat.log.getByText('500 pieces per colour', { exact: false }).waitFor()
    expect(await focusedName(chat.page)).toBe('MOQ?') // the list was drawn anew, the focus stayed

    await chat.button('500 ml').focus()
    await keyboard.press('Space')
    await chat.stored('500 ml')
    await expect.poll(() => focusedName(chat.page)).toBe('Write to the shop') // what was focused is gone

    await keyboard.type('First line')
    await keyboard.press('Shift+Enter')
    await keyboard.type('second line')
    await keyboard.press('Enter')
    await chat.panel.locator('.own').getByText('First line\nsecond line').waitFor()

    await keyboard.press('Escape')
    await chat.panel.waitFor({ state: 'hidden' })
    await expect.poll(() => focusedName(chat.page)).toMatch(/^Chat with the shop/)
  })

  test('new messages never move the focus', async () => {
    const chat = await opened()
    await chat.write('Hello')
    await chat.stored('Hello')
    await chat.log.getByText(SECOND_QUESTION).waitFor()
    await chat.button('Samples?').focus()
    await stage.personSays('Here I am.')
    await chat.message('Here I am.').waitFor()
    expect(await focusedName(chat.page)).toBe('Samples?')
  })

  test('an input method keeps its Enter', async () => {
    const chat = await opened()
    await chat.composer.fill('nihao')
    await chat.composer.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
    expect(await chat.composer.inputValue()).toBe('nihao')
    await chat.composer.press('Enter')
    await expect.poll(() => chat.composer.inputValue()).toBe('')
  })
})

describe('a screen reader', () => {
  test('finds a named dialog that is not modal, a log, and groups of choices', async () => {
    const chat = await opened()
    expect(await chat.panel.getAttribute('aria-label')).toBe('Chat with Harbor Steel Ware')
    expect(await chat.panel.getAttribute('aria-modal')).toBeNull()
    await expect.poll(() => chat.panel.getByRole('group').count()).toBeGreaterThanOrEqual(2)
  })

  test('hears the shop’s words once and never the buyer’s own', async () => {
    const chat = await demoPage()
    const heard = await listen(chat)
    await chat.open()
    await chat.greeted()
    await expect.poll(heard).toContain('Hello and welcome')
    await chat.write('my own words')
    await chat.stored('my own words')
    await stage.personSays('Heard by everybody.')
    await expect.poll(heard).toContain('Heard by everybody.')
    const all = await heard()
    expect(all).not.toContain('my own words')
    for (const words of ['Hello and welcome', 'Heard by everybody.']) expect(all.split(words)).toHaveLength(2)
  })
})

describe.for<[string, BrowserContextOptions]>([
  ['in light colours', { colorScheme: 'light' }],
  ['in dark colours', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['on a phone in dark colours', { ...PHONE, colorScheme: 'dark' }],
])('%s', ([, options]) => {
  test('axe finds nothing, closed and open, with a question and a refused message', async () => {
    const chat = await demoPage(options)
    await chat.bubble.waitFor()
    expect(await axeFindings(chat.page)).toEqual([])
    await chat.open()
    await chat.button('500 ml').click()
    await chat.panel.getByRole('spinbutton').waitFor()
    await chat.button('Confirm').click()
    await chat.panel.getByText('Enter a number.').waitFor()
    expect(await axeFindings(chat.page)).toEqual([])
  })
})

test('everything that can be pressed is at least 44 by 44', async () => {
  for (const options of [{}, PHONE]) {
    const chat = await opened(options)
    const small = await chat.panel.locator('button, input, textarea, select').evaluateAll((all) =>
      all
        .filter((one) => one.getClientRects().length > 0)
        .map((one) => ({ name: one.textContent || one.ariaLabel, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    )
    expect(small).toEqual([])
  }
})

test('at 320 pixels nothing is lost and nothing scrolls sideways', async () => {
  const chat = await opened({ viewport: { width: 320, height: 568 } })
  const sideways = () => chat.log.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  await expect.poll(sideways).toBe(0)
  expect(await boxOf(chat.panel)).toEqual({ x: 0, y: 0, width: 320, height: 568 })
})

test('on a page from right to left the panel is mirrored', async () => {
  const chat = await demoPage()
  await chat.page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
  await chat.open()
  await chat.button('MOQ?').click()
  await chat.stored('MOQ?')
  const panel = await chat.panel.boundingBox()
  const own = await chat.message('MOQ?').boundingBox()
  expect(panel?.x).toBe(24)
  expect((own?.x ?? 999) - (panel?.x ?? 0)).toBeLessThan(40)
})

async function demoPage(options: BrowserContextOptions = {}): Promise<Chat> {
  const { visit } = await openBuyerBrowser(stage.browser, options)
  return visit(`${stage.shop.url}/demo/`)
}

async function opened(options: BrowserContextOptions = {}): Promise<Chat> {
  const chat = await demoPage(options)
  await chat.open()
  await chat.greeted()
  return chat
}

/** All that a screen reader was ever given to say, from now on; what is said later takes the place of what was said before. */
async function listen({ element }: Chat): Promise<() => Promise<string>> {
  await element.evaluate((host) => {
    const heard: string[] = []
    Object.assign(host, { heard })
    const hear = (records: readonly MutationRecord[]): void => {
      for (const { target, addedNodes } of records)
        if (target instanceof HTMLElement && target.matches('.quiet[role=status]'))
          heard.push(...[...addedNodes].map(({ textContent }) => textContent ?? ''))
    }
    if (host.shadowRoot)
      new MutationObserver(hear).observe(host.shadowRoot, { subtree: true, childList: true })
  })
  return () => element.evaluate((host) => String(Reflect.get(host, 'heard')))
}

/** Name of what has the focus, inside the chat's shadow root too. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.querySelector('shopbell-chat')?.shadowRoot?.activeElement
    return active?.getAttribute('aria-label') ?? active?.textContent ?? ''
  })
}
