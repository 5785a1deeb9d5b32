import { AxeBuilder } from '@axe-core/playwright'
import { FlowDraft, FlowVersionList } from '@shopbell/protocol'
import type { Page } from 'playwright-core'
import type { Static, TSchema } from 'typebox'
import { Parse } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { atRest } from './at-rest.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop, type DemoBuyer } from './demo-buyer.ts'
import { holdToast } from './hold-toast.ts'

// Publishing with the server that shops run: what is shown is what is published, and every version can come back.

let stage: ConsoleStage
let page: Page
let buyers: readonly DemoBuyer[]

beforeAll(async () => {
  stage = await openConsoleStage()
  page = stage.page
  await becomeOwner(stage)
  buyers = [
    await enterDemoShop(stage.shop.url),
    await enterDemoShop(stage.shop.url),
    await enterDemoShop(stage.shop.url),
  ]
  await buyers[0]?.answerQuestions() // the flow then calls a person
})
afterAll(async () => {
  for (const buyer of buyers) buyer.drop()
  await stage.close()
})

const dialog = () => page.getByRole('dialog')
const groupOf = (heading: string) =>
  dialog()
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })

async function read<Shape extends TSchema>(path: string, shape: Shape): Promise<Static<Shape>> {
  const response = await page.request.get(`${stage.shop.url}/api/v1${path}`)
  return Parse(shape, await response.json())
}
const versions = async () => (await read('/flow/versions', FlowVersionList)).versions

const MOULD = 'We make other sizes too. A mould costs US$ 1,800 once and takes 25 days.'

let batches = 0
/** Saves operations as another window of this account does. */
async function write(...operations: object[]): Promise<void> {
  batches += 1
  const { revision: base } = await read('/flow/draft', FlowDraft)
  const response = await page.request.post(`${stage.shop.url}/api/v1/flow/draft/operations`, {
    headers: { origin: stage.shop.url },
    data: { batch: `other-window.${batches}`, base, operations },
  })
  expect(response.ok()).toBe(true)
}
const put = (at: readonly string[], value: unknown) => ({ op: 'put', at, value })
const inEnglish = (key: string, value: string) => put(['texts', 'en', key], value)

async function openDialog(): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await dialog().locator('.who').waitFor()
}

async function closeDialog(): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

describe('the dialog', () => {
  test('says in words what changes: blocks, paths, texts by language, lists', async () => {
    await stage.open('flow/edit')
    await page.locator('.editor').waitFor()
    await write(
      inEnglish('faq.lead-time.answer', '15 days after the sample is approved. Samples take 3 to 5 days.'),
      put(['blocks', 'ask-drawing'], { kind: 'message', next: 'ask-quantity' }),
      inEnglish('ask-drawing', 'Please send a drawing or a photo, we quote within a day.'),
      put(['blocks', 'custom-size', 'next'], 'ask-drawing'),
      put(['layout', 'ask-drawing'], { x: 0, y: 0, title: 'Ask for drawing' }),
      put(['blocks', 'faq', 'questions', 'payment'], { id: 'payment', enabled: false }),
      put(['blocks', 'picks', 'count'], 4),
      put(['texts', 'zh-CN', 'picks'], '品牌常订的杯子：'),
    )
    await page.getByText('Draft, 4 changes').waitFor()
    await openDialog()
    await dialog().getByText('4 changes', { exact: true }).waitFor()
    await dialog().getByText('2 languages').waitFor()
    expect(await groupOf('Blocks').locator('li').allInnerTexts()).toEqual([
      expect.stringMatching(/Recommend products\s+How many products: 34\s+Settings/),
      expect.stringMatching(/Ask for drawing\s+Message\s+New block/),
    ])
    expect(await groupOf('Paths').locator('li').first().innerText()).toMatch(
      /Custom size\s+Then → Ask quantityAsk for drawing\s+Path/,
    )
    const answer = groupOf('Texts, English').locator('[data-change=faq]')
    expect(await answer.locator('del').allInnerTexts()).toEqual(['20'])
    expect(await answer.locator('ins').allInnerTexts()).toEqual(['15'])
    expect(await groupOf('Question lists').innerText()).toMatch(/Payment\? switched off\s+Now 4 of 5 on/)
    await groupOf('Texts, 中文（简体）').or(groupOf('Texts, 简体中文')).waitFor()
  })

  test('says who is talking now and what happens to them', async () => {
    const live = dialog().locator('.who')
    expect(await live.locator('dl').innerText()).toMatch(
      /Waiting for a person\s+1\s+Robot, unchanged part\s+2/,
    )
    await live.getByText('Finish on v1').waitFor()
    expect(await live.innerText()).toContain(
      '3 buyers keep today’s list. They see the new one on their next day. Changed answers are given at once.',
    )
  })

  test('a draft that moves meanwhile is not published: it says who changed what, and shows the new one', async () => {
    await write(inEnglish('welcome', 'Good day.'))
    await dialog().getByRole('button', { name: 'Publish v2' }).click()
    await dialog().getByText('Sales 1 changed Welcome since you opened this.').waitFor()
    await dialog().getByText('Show what changed').click()
    await expect.poll(() => dialog().locator('details ins').allInnerTexts()).toEqual(['Good day.'])
    await dialog().getByText('5 changes', { exact: true }).waitFor()
    expect(await versions()).toHaveLength(1)
    expect(
      await dialog()
        .getByRole('button', { name: /overwrite/i })
        .count(),
    ).toBe(0)
  })

  test.for(['en', 'zh-CN'] as const)(
    'axe finds nothing in %s, light, dark or forced colours',
    async (locale) => {
      await inLanguage(locale)
      await openDialog()
      expect(await findings()).toEqual([])
      await closeDialog()
      await inLanguage('en')
    },
  )

  test('320 pixels wide nothing is cut or scrolls sideways', async () => {
    await page.setViewportSize({ width: 320, height: 720 })
    await openDialog()
    await expect.poll(cutOff).toEqual([])
    await closeDialog()
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('with errors the button leads to the first, and from there to its place', async () => {
    await write(inEnglish('welcome', ''), inEnglish('custom-size', ''))
    await page.getByText('2 errors').first().waitFor()
    await openDialog()
    await dialog().getByRole('button', { name: '2 errors to fix' }).click()
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.dataset['code'])
    await expect.poll(focused).toBe('TEXT_MISSING')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe(
        '/texts/en/welcome',
      ),
    )
    await write(inEnglish('welcome', 'Good day.'), inEnglish('custom-size', MOULD))
  })

  test('the keys publish with a note; the chip counts on, and the line offers to take it back', async () => {
    await page.getByText('Draft, 5 changes').waitFor()
    await openDialog()
    await dialog().getByLabel('Note for the team').fill('New lead time')
    await dialog().getByRole('button', { name: 'Publish v2', disabled: false }).waitFor()
    await page.keyboard.press('Control+Enter')
    await holdToast(page, 'v2 is live. Undo for 10 s')
    await page.getByText('v2 live').waitFor()
    await dialog().waitFor({ state: 'detached' })
    const [newest, first] = await versions()
    expect(newest).toMatchObject({ version: 2, note: 'New lead time', begun: 0, live: true })
    expect(first).toMatchObject({ version: 1, begun: 3, live: false })
  })

  test('taking it back publishes the version before as the next one, and keeps the draft', async () => {
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await page.getByText('v1 is back, as v3. Your draft is as it was.').waitFor()
    await page.getByText('v3 live').waitFor()
    await page.getByText('Draft, 5 changes').waitFor()
    const [newest, , first] = await versions()
    expect(newest?.hash).toBe(first?.hash)
  })
})

describe('the history', () => {
  const row = (version: number) => page.locator(`[data-version="${version}"]`)

  test('lists every version with note, author, time and the conversations that began with it', async () => {
    await page.getByRole('link', { name: 'History' }).click()
    await row(3).waitFor()
    await expect.poll(() => row(2).innerText()).toMatch(/v2\s+New lead time\s+Sales 1\s+\d\d:\d\d\s+0/)
    await expect.poll(() => row(3).innerText()).toContain('v3 live')
    expect(await row(3).getByRole('button').count()).toBe(0)
  })

  test('two are compared in words, the older first', async () => {
    await page.getByText('Select two versions in the table.').last().waitFor()
    await page.getByLabel('Compare v2').check()
    await page.getByLabel('Compare v1').check()
    await page.getByRole('heading', { name: 'From v1 to v2' }).waitFor()
    await page.getByText('Ask for drawing').first().waitFor()
    await page.getByLabel('Compare v3').check() // takes the place of the first that was chosen
    await page.getByRole('heading', { name: 'From v1 to v3' }).waitFor()
    await page.getByText('Buyers get nothing new.').waitFor()
  })

  test.for(['en', 'zh-CN'] as const)(
    'axe finds nothing in %s, light, dark or forced colours',
    async (locale) => {
      await inLanguage(locale)
      await row(3).waitFor()
      await page.locator('[data-version="1"] input').check()
      await page.locator('[data-version="2"] input').check()
      await page.locator('[data-change]').first().waitFor()
      expect(await findings()).toEqual([])
    },
  )

  test('320 pixels wide nothing is cut or scrolls sideways', async () => {
    await page.setViewportSize({ width: 320, height: 720 })
    await expect.poll(cutOff).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('a version is made live again after its changes were shown', async () => {
    await inLanguage('en')
    await row(2).getByRole('button', { name: 'Make v2 live again' }).click()
    await dialog().getByText('Ask for drawing').first().waitFor()
    expect(await dialog().getByLabel('Note for the team').inputValue()).toBe('v2 again')
    await dialog().getByRole('button', { name: 'Publish as v4' }).click()
    await row(4).getByText('v4 live').waitFor()
    const [newest, , second] = await versions()
    expect(newest).toMatchObject({ version: 4, note: 'v2 again', hash: second?.hash })
    const buyer = await enterDemoShop(stage.shop.url)
    expect(JSON.stringify(buyer.frames)).toContain('Good day.')
    buyer.drop()
  })

  test('the browser had nothing to complain about', () => {
    expect(stage.complaints).toEqual([])
  })
})

async function inLanguage(locale: 'en' | 'zh-CN'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('shopbell.locale', chosen), locale)
  await page.reload()
  await page.locator('.editor, .history table').first().waitFor()
}

async function findings(): Promise<readonly string[]> {
  const analyze = async () => {
    await atRest(page)
    return (await new AxeBuilder({ page }).analyze()).violations
  }
  const setTheme = (theme: string) =>
    page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme)
  const light = await analyze()
  await setTheme('dark')
  const dark = await analyze()
  await setTheme('light')
  await page.emulateMedia({ forcedColors: 'active' })
  const forced = await analyze()
  await page.emulateMedia({ forcedColors: 'none' })
  return [...light, ...dark, ...forced].flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** What stands beside the screen, and buttons too small to hit. */
async function cutOff(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role=dialog] *, .history *')].flatMap((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      if (width <= 1 || element.closest('.sr')) return []
      const words = element.textContent.trim().slice(0, 40)
      const isSmall = element.matches('button, a, summary') && (width < 24 || height < 24)
      return left < 0 || right > innerWidth + 0.5 || isSmall ? [`${element.tagName} ${words}`] : []
    }),
  )
}
