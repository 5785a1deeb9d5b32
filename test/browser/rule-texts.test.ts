import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
})
afterAll(() => stage.close())

const language = () => stage.page.getByLabel('Language', { exact: true })
const save = () => stage.page.getByRole('button', { name: 'Save', exact: true })

async function saved(): Promise<void> {
  await save().click()
  await stage.page.getByText('Saved. The next buyer message goes by it.').first().waitFor()
  await save().waitFor({ state: 'hidden' })
}

/** The chat of the preview is not the console's. */
const findings = () => axeFindings(stage.page, new AxeBuilder({ page: stage.page }).exclude('[inert]'))

/** What the menu calls its entries to a buyer who reads this language. */
async function menuIn(locale: string): Promise<readonly string[]> {
  const buyer = await openBuyer(stage.shop.url)
  const { menu } = await buyer.hello({ locale })
  buyer.drop()
  return menu.map(({ label }) => label)
}

test('a status reply is written in two languages, and each buyer gets their own (STS-03)', async () => {
  const { page } = stage
  await page.getByRole('link', { name: 'Message rules' }).click()
  await page.getByRole('link', { name: 'Status replies' }).click()
  const closing = page.getByRole('region', { name: 'Thanks and goodbye', exact: true })
  const text = closing.getByLabel('What the buyer reads')
  const preview = page.getByRole('log', { name: 'What the buyer gets' })
  await page.getByLabel('Reply', { exact: true }).selectOption({ label: 'Thanks and goodbye' })
  await closing.getByRole('switch').click()
  await language().selectOption({ label: '简体中文' })
  await page.getByText('This reply is on. Write its words, or switch it off.').first().waitFor()
  await text.fill('好'.repeat(201))
  await language().selectOption({ label: 'English' })
  // What is wrong is in a language that is not on the page.
  await page.getByText('Simplified Chinese: Too long. Shorten it to save.').first().waitFor()
  expect(await save().getAttribute('aria-disabled')).toBe('true')
  await language().selectOption({ label: '简体中文' })
  await text.fill('{{store.name}，不客气')
  await closing
    .getByText('This {{ begins no variable. Write {{store.name}}, or take the braces out.')
    .waitFor()
  expect(await save().getAttribute('aria-disabled')).toBe('true')
  await language().selectOption({ label: 'English' })
  await closing.getByText('Empty: buyers get the Simplified Chinese text.').waitFor()
  await language().selectOption({ label: '简体中文' })
  await text.fill('不客气！')
  await language().selectOption({ label: 'English' })
  await expect.poll(() => text.inputValue()).toBe('')
  await text.fill('Any time!')
  await preview.getByText('Any time!').waitFor()
  await language().selectOption({ label: '简体中文' })
  await preview.getByText('不客气！').waitFor()
  expect(await findings()).toEqual([])
  await text.fill('')
  await closing.getByText('Empty: buyers get the English text.').waitFor()
  await preview.getByText('Any time!').waitFor()
  await text.fill('不客气！')
  await saved()

  for (const [locale, words] of [
    ['zh-CN', '不客气！'],
    ['en', 'Any time!'],
    ['pt-BR', 'Any time!'],
  ] as const) {
    const buyer = await openBuyer(stage.shop.url)
    const { conversation } = await buyer.hello({ locale })
    await buyer.say('ruletexts.1', 'Where is my order?')
    const answered = await page.request.post(
      `${stage.shop.url}/api/v1/conversations/${conversation}/replies`,
      {
        headers: { origin: stage.shop.url },
        data: { id: `reply-${locale}.1`, text: 'It ships today.' },
      },
    )
    expect(answered.ok()).toBe(true)
    await buyer.say('ruletexts.2', '谢谢')
    const said = await buyer.next('message', ({ kind }) => kind === 'status_closing')
    expect(said.content).toEqual({ kind: 'text', text: words })
    buyer.drop()
  }
})

test('an entry of the menu is named in each language; where it is not, by the store’s own (MNU-05)', async () => {
  const { page } = stage
  await page.getByRole('link', { name: 'Self-service menu' }).click()
  await page.locator('[data-entry]').nth(1).waitFor()
  const name = (nth: number) => page.locator('[data-entry]').nth(nth).getByLabel('Name', { exact: true })
  await name(1).fill('Fresh')
  await name(2).fill('Shelves')
  await language().selectOption({ label: '简体中文' })
  await page.locator('[data-entry]').nth(2).getByText('Empty: buyers get the English text.').waitFor()
  await name(1).fill('新到')
  await page.getByRole('region', { name: 'What buyers get' }).getByRole('button', { name: '新到' }).waitFor()
  expect(await findings()).toEqual([])
  await saved()
  expect(await menuIn('zh-CN')).toEqual(['新到', 'Shelves', '转人工'])
  expect(await menuIn('en')).toEqual(['Fresh', 'Shelves', 'Talk to a person'])
})

test('on the narrowest screen, in Chinese, the switch is there and nothing is wider than the screen', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 320, height: 640 })
  await page.evaluate(() => {
    localStorage.setItem('shopbell.locale', 'zh-CN')
  })
  for (const path of ['rules/robot', 'rules/products', 'rules/menu', 'rules/status']) {
    await stage.open(path)
    await page.getByLabel('语言', { exact: true }).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0)
    expect(await findings()).toEqual([])
  }
  expect(stage.complaints).toEqual([])
})
