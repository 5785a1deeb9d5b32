import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atRest } from './at-rest.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { enterDemoShop } from './demo-buyer.ts'
import { widerThanScreen } from './wider-than-screen.ts'

let stage: ConsoleStage
let conversation: string

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  const buyer = await enterDemoShop(stage.shop.url)
  await buyer.tap('moq')
  await buyer.answerQuestions()
  await buyer.write('Can you do 3,000 in **two colours**?')
  await stage.page.getByRole('link', { name: /two colours/ }).click()
  await stage.page.getByRole('log').waitFor()
  conversation = new URL(stage.page.url()).pathname.replace('/console/', '')
})
afterAll(() => stage.close())

/** Every page, and what shows that it has been drawn. */
const PAGES = [
  ['sign-in', 'form'],
  ['setup#token=a-token-that-is-long-enough', 'form'],
  ['setup', '[role=alert]'],
  ['inbox', '[data-conversation]'],
  ['inbox?view=closed', '.empty'],
  ['CONVERSATION', '[data-seq]'],
  ['CONVERSATION/buyer', '[data-variable]'],
  ['flow', '[role=treegrid]'],
  ['flow/history', '[data-version]'],
  ['flow/languages', 'table textarea'],
  ['flow/start', 'input[type=radio]'],
  ['flow/start?step=words', '[data-item]'],
  ['install', '.preview .panel'],
  ['reception', '.told'],
  ['account', 'code, pre'],
  ['settings/store', '[name=store-name]'],
  ['settings/people', '[data-person]'],
  ['settings/mail', '.notice'],
  ['settings/log', '[data-action]'],
  ['invitation#token=a-token-that-is-long-enough', '[role=alert]'],
  ['new-password#token=a-token-that-is-long-enough', 'form'],
  ['forgot', 'form'],
  ['no-such-page', 'h1'],
] as const

async function openPage(path: string, sign: string): Promise<void> {
  await stage.page.goto('about:blank') // so that a change of the hash alone is a visit too
  await stage.open(path.replace('CONVERSATION', conversation))
  await stage.page.locator(sign).first().waitFor()
}

/** What axe finds wrong; with `rules` it looks at nothing else. */
async function findings(...rules: string[]): Promise<string[]> {
  await atRest(stage.page)
  const axe = new AxeBuilder({ page: stage.page })
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

/** Themes differ in colours only: everything is looked at in one, the colours in the other too. */
async function findingsInBothThemes(): Promise<string[]> {
  const light = await findings()
  await stage.page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
    document.documentElement.style.colorScheme = 'dark'
  })
  const dark = await findings('color-contrast', 'link-in-text-block')
  return [...light, ...dark.map((finding) => `dark: ${finding}`)]
}

/** Chooses for this device, as the account page does. */
async function prefer(locale: string, theme: string): Promise<void> {
  await stage.open('sign-in')
  await stage.page.evaluate(
    (chosen) => {
      localStorage.setItem('shopbell.locale', chosen.locale)
      localStorage.setItem('shopbell.theme', chosen.theme)
    },
    { locale, theme },
  )
}

const looks = () =>
  stage.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])

describe.for(['en', 'zh-CN'] as const)('in %s', (locale) => {
  beforeAll(() => prefer(locale, 'light'))

  test.for(PAGES)('axe finds nothing on %s, light and dark', async ([path, sign]) => {
    await openPage(path, sign)
    await expect.poll(looks).toEqual([locale, 'light'])
    expect(await findingsInBothThemes()).toEqual([])
  })

  test('axe finds nothing in a dialog, light and dark', async () => {
    const { page } = stage
    await openPage('flow', '[role=treegrid]')
    const buffer = Buffer.from('{"format": 99}')
    const file = { name: 'flow.json', mimeType: 'application/json', buffer }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('dialog').locator('[data-code]').waitFor()
    expect(await findingsInBothThemes()).toEqual([])
  })
})

test('language and theme are chosen on the account page, at once and for the next visit', async () => {
  const { page } = stage
  await prefer('en', 'light')
  await openPage('account', 'pre')
  await page.getByRole('radio', { name: '简体中文' }).check({ force: true })
  await page.getByRole('radio', { name: '深色' }).check({ force: true })
  await expect.poll(looks).toEqual(['zh-CN', 'dark'])
  await page.reload()
  await page.getByRole('heading', { name: '账号' }).waitFor()
  await expect.poll(looks).toEqual(['zh-CN', 'dark'])
})

describe('on the narrowest screen, 320 px', () => {
  beforeAll(async () => {
    await prefer('en', 'light')
    await stage.page.setViewportSize({ width: 320, height: 568 })
  })

  test.for(PAGES)('nothing is cut off sideways on %s', async ([path, sign]) => {
    await openPage(path, sign)
    await expect.poll(() => widerThanScreen(stage.page)).toEqual([])
  })

  // In the console only what stands in the shell scrolls; where the window scrolls too, it shows what lies behind the page.
  test.for(['account', 'install', 'reception'])('the window itself does not scroll on %s', async (path) => {
    await openPage(path, 'main h2')
    const beyond = () => document.documentElement.scrollHeight - innerHeight
    await expect.poll(() => stage.page.evaluate(beyond)).toBe(0)
  })

  test('list, thread and buyer are three pages, and the way back is there', async () => {
    const { page } = stage
    await openPage('inbox', '[data-conversation]')
    await page.getByRole('link', { name: /two colours/ }).click()
    await page.getByRole('log').waitFor()
    await page.locator('[data-conversation]').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Buyer', exact: true }).click()
    await page.getByText('750 ml').last().waitFor()
    await page.getByRole('log').waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Back to the conversation' }).click()
    await page.getByRole('link', { name: 'Back to the list' }).click()
    await page.locator('[data-conversation]').waitFor()
  })

  test('the bar has four places, each name on one line; the others are behind the last', async () => {
    const { page } = stage
    await openPage('inbox', '[data-conversation]')
    const bar = page.getByRole('navigation', { name: 'Main' })
    const more = bar.getByRole('button', { name: 'More places' })
    await more.waitFor()
    const lines = await bar.locator('li:visible').evaluateAll((places) =>
      places.map((place) => {
        const words = document.createRange()
        words.selectNodeContents(place.querySelector('.words') ?? place)
        return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size
      }),
    )
    expect(lines.slice(0, 3)).toEqual([1, 1, 1])
    expect(lines).toHaveLength(4)

    await more.press('Enter')
    const settings = bar.getByRole('link', { name: 'Settings' })
    await settings.waitFor()
    expect(await findings()).toEqual([])
    await page.keyboard.press('Escape')
    await settings.waitFor({ state: 'hidden' })
    await more.press('Enter')
    await settings.click()
    await page.getByRole('heading', { name: 'Store', exact: true }).waitFor()
    await settings.waitFor({ state: 'hidden' })
    await bar.locator('button[data-here]').waitFor()
  })

  test('axe finds nothing on a phone', async () => {
    await openPage('CONVERSATION', '[data-seq]')
    expect(await findings()).toEqual([])
    await openPage('flow', '[role=treegrid]')
    expect(await findings()).toEqual([])
  })
})

test('forced colours keep every control and its words', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  for (const [path, sign] of PAGES.filter(([path]) => ['CONVERSATION', 'flow', 'account'].includes(path))) {
    await openPage(path, sign)
    expect(await findings()).toEqual([])
  }
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
