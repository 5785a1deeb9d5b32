import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsInBothThemes } from './axe-findings.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { type DemoBuyer, enterDemoShop } from './demo-buyer.ts'
import { widerThanScreen } from './wider-than-screen.ts'

let stage: ConsoleStage
let buyer: DemoBuyer

beforeAll(async () => {
  stage = await openConsoleStage()
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  await becomeOwner(stage)
  buyer = await enterDemoShop(stage.shop.url)
  await buyer.tap('moq')
  await buyer.answerQuestions()
  await buyer.write('Can you do 3,000 in two colours? 水瓶')
})
afterAll(() => stage.close())

const findings = () => findingsInBothThemes(stage.page)

/** Opens a page in a language and as wide, whatever the test before left. */
async function openAs(path: string, locale = 'en', width = 1440): Promise<void> {
  const { page } = stage
  await page.setViewportSize({ width, height: width < 640 ? 568 : 900 })
  await page.evaluate((chosen) => {
    localStorage.setItem('shopbell.locale', chosen)
  }, locale)
  await stage.open(path)
}

/** Types into the search until the index, which follows a moment behind, has it. */
async function searchFor(text: string): Promise<void> {
  const { page } = stage
  await expect
    .poll(
      async () => {
        await page.getByRole('searchbox').fill('')
        await page.getByRole('searchbox').fill(text)
        await page.locator('[role=status][aria-busy=false]').waitFor()
        return page.locator('[data-found] mark').count()
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0)
}

test('slash goes to the search, words are found and marked, and the keyboard opens the conversation', async () => {
  const { page } = stage
  await openAs('inbox?view=all')
  await page.locator('[data-conversation]').first().waitFor()
  await page.keyboard.press('/')
  await page.getByRole('heading', { name: 'Search conversations' }).waitFor()
  await searchFor('COLOURS 水瓶')
  expect(await page.locator('[data-found] mark').allInnerTexts()).toEqual(['colours', '水瓶'])
  expect(await findings()).toEqual([])

  // From the field, Tab reaches the first result; the way back finds the same list.
  expect(new URL(page.url()).searchParams.get('text')).toBe('COLOURS 水瓶')
  await page.locator('[data-found]').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('水瓶').waitFor()
  await page.goBack()
  await page.locator('[data-found] mark').first().waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('COLOURS 水瓶')
})

test('nothing found, too short, crossed days: each says what to do', async () => {
  const { page } = stage
  await openAs('search')
  await page.getByRole('searchbox').fill('giraffe')
  await page.getByText('Nothing has “giraffe” with these filters.').waitFor()
  await page.getByRole('searchbox').fill('x')
  await page.getByText('This is too short to look for').waitFor()
  await page.getByLabel('From').fill('2026-11-02')
  await page.getByLabel('To', { exact: true }).fill('2026-11-01')
  await page.getByText('The first day is after the last.').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.locator('[data-found]').first().waitFor()
  await page.getByLabel('State').selectOption('closed')
  await page.getByText('No conversation fits these filters.').waitFor()
})

test('the answers stand in a table, and come as a file that spreadsheets read', async () => {
  const { page } = stage
  await openAs('inbox')
  await page.getByRole('link', { name: 'Answers', exact: true }).click()
  await page.locator('[data-row]').first().waitFor()
  expect(await page.locator('[data-row]').count()).toBe(1)
  await page.getByRole('cell', { name: '750 ml' }).waitFor()
  expect(await findings()).toEqual([])
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download CSV' }).click()
  const stream = await (await coming).createReadStream()
  const bytes = Buffer.concat(await stream.toArray())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString('utf8')).toContain('750 ml')
  await page.getByLabel('State').selectOption('closed')
  await page.getByText('No answers fit these filters.').waitFor()
})

test('in Chinese, and on the narrowest screen, everything is there', async () => {
  const { page } = stage
  for (const [path, sign, heading] of [
    ['search', '[data-found]', '搜索对话'],
    ['answers', '[data-row]', '收集的信息'],
  ] as const) {
    await openAs(path, 'zh-CN', 320)
    await page.locator(sign).first().waitFor()
    await page.getByRole('heading', { name: heading }).waitFor()
    await expect.poll(() => widerThanScreen(stage.page)).toEqual([])
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await findings()).toEqual([])
  }
})

test('a buyer is erased only with the name typed in; the open chat ends and a new visit begins anew', async () => {
  const { page } = stage
  const welcome = buyer.frames.find((frame) => frame.type === 'welcome')
  const conversation = welcome?.type === 'welcome' ? welcome.conversation : ''
  await openAs(`inbox/${conversation}?view=all`)
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog')
  const name = (await dialog.getByRole('heading').innerText()).replace('Erase ', '')
  await dialog.getByRole('textbox').fill('somebody else')
  await dialog.getByRole('button', { name: 'Erase this buyer' }).click()
  await dialog.getByText('Type the name as it stands above.').waitFor()
  expect(await findings()).toEqual([])
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Erase this buyer' }).click()

  await page.getByText(`${name} is erased.`).waitFor()
  await page.getByText('No conversations yet.').waitFor()
  expect(await buyer.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('TOKEN_UNKNOWN') })
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
