import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, findingsInBothThemes } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'
import { type Chat, openBuyerBrowser } from './widget/widget-stage.ts'

let stage: ConsoleStage
let page: Page
let chat: Chat
let complaints: readonly string[]

beforeAll(async () => {
  stage = await openConsoleStage()
  ;({ page } = stage)
  await becomeOwner(stage)
  const buyer = await openBuyerBrowser(stage.browser, { reducedMotion: 'reduce', locale: 'en' })
  complaints = buyer.complaints
  chat = await buyer.visit(`${stage.shop.url}/demo/product.html`)
  await chat.open()
  await chat.greeted()
})
afterAll(() => stage.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const preview = () => page.getByRole('region', { name: 'What buyers get' })
const menu = () => chat.panel.getByRole('navigation')
const offered = () => menu().getByRole('button').allInnerTexts()

async function save(): Promise<void> {
  await button('Save').click()
  await page.getByText('Saved. The next buyer message goes by it.').first().waitFor()
  await button('Save').waitFor({ state: 'hidden' })
}

const findings = () => findingsInBothThemes(page, new AxeBuilder({ page }).exclude('[inert]'))

test('a product gets its reply: products, text, saved; the buyer who sends it reads it at once (NAV-01, CRD-08)', async () => {
  await page.getByRole('link', { name: 'Message rules' }).click()
  await page.getByRole('link', { name: 'Product-card replies' }).click()
  await button('Add a reply').click()
  await button('Choose products').click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('searchbox').fill('trail')
  await picker.getByRole('checkbox', { name: /Trail 750/ }).check()
  await expect.poll(() => picker.getByRole('checkbox').count()).toBe(1)
  expect(await findings()).toEqual([])
  await picker.getByRole('button', { name: 'Take these' }).click()
  await page.getByLabel('Reply', { exact: true }).fill('In stock again from May.')
  await preview().getByRole('log').getByText('In stock again from May.').waitFor()
  expect(await findings()).toEqual([])
  await save()
  await chat.button('Ask about it').click()
  await chat.message('In stock again from May.').waitFor()
})

test('a product of another reply cannot be taken, and a sixth reply is not made', async () => {
  await button('Add a reply').click()
  await button('Choose products').click()
  const picker = page.getByRole('dialog')
  await picker.getByText('In reply 1').waitFor()
  expect(await picker.getByRole('checkbox', { name: /Trail 750/ }).isDisabled()).toBe(true)
  await picker.getByRole('button', { name: 'Cancel' }).click()
  for (let nth = 3; nth <= 5; nth += 1) await button('Add a reply').click()
  await expect.poll(() => button('Add a reply').getAttribute('aria-disabled')).toBe('true')
  await page.getByText('A reply has no product.').first().waitFor()
  await button('Discard').click()
  await button('Save').waitFor({ state: 'hidden' })
})

test('the list for cards is written, ordered by keys, and comes with the next product', async () => {
  await page.getByRole('link', { name: 'Robot replies' }).click()
  await page.getByText('No question yet').first().waitFor()
  for (const [index, words] of ['Sent when?', 'By post?'].entries()) {
    await button('New question').click()
    await page.getByLabel('Question', { exact: true }).nth(index).fill(words)
    await page
      .getByLabel('Answer', { exact: true })
      .nth(index)
      .fill(`Answer ${index + 1}.`)
  }
  await page.getByLabel('Question', { exact: true }).first().fill('Sent when at last?')
  await page.getByText('18/10').waitFor()
  expect(await button('Save').getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Question', { exact: true }).first().fill('Sent when?')
  await page.getByRole('button', { name: 'Move By post?, 2 of 2' }).press('ArrowUp')
  await expect
    .poll(() =>
      page
        .getByLabel('Question', { exact: true })
        .evaluateAll((all) => all.map((one) => 'value' in one && one.value)),
    )
    .toEqual(['By post?', 'Sent when?'])
  await preview().getByRole('log').getByText('By post?').waitFor()
  expect(await findings()).toEqual([])
  await save()
  await chat.button('Ask about it').click()
  await chat.button('Sent when?').click()
  await chat.message('Answer 1.').waitFor()
  // The list of the reception stays open beside it.
  await chat.button('Samples?').click()
  await chat.stored('Samples?')
})

test('the menu changes in the open chat, and gives what it says', async () => {
  await expect.poll(offered).toEqual(['New products', 'Categories'])
  await page.getByRole('link', { name: 'Self-service menu' }).click()
  await page.getByLabel('Name', { exact: true }).nth(1).fill('Fresh')
  await button('New entry').click()
  const last = page.locator('[data-entry]').last()
  await last.getByLabel('Name', { exact: true }).fill('Sizes')
  await last.getByLabel('Web address').fill('https://shop.example/sizes')
  await page.getByRole('button', { name: 'Move Sizes, 4 of 4' }).press('ArrowUp')
  await page.getByRole('listitem').filter({ hasText: 'Categories' }).first().waitFor()
  expect(await findings()).toEqual([])
  await save()
  await expect.poll(offered).toEqual(['Fresh', 'Sizes', 'Categories'])
  await menu().getByRole('button', { name: 'Sizes' }).click()
  await chat.log.getByRole('link', { name: 'https://shop.example/sizes' }).waitFor()
  await menu().getByRole('button', { name: 'Categories' }).click()
  await chat.log.getByText('What are you looking for?').waitFor()
  await menu().getByRole('button', { name: 'Fresh' }).click()
  await chat.log.getByText('New in the last 30 days:').waitFor()
  const inChat = new AxeBuilder({ page: chat.page }).include('shopbell-chat')
  expect(await axeFindings(chat.page, inChat)).toEqual([])
})

test('in Chinese, on the narrowest screen, nothing is wider than it', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.evaluate(() => {
    localStorage.setItem('shopbell.locale', 'zh-CN')
  })
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  for (const [path, title] of [
    ['rules/robot', '机器人回复'],
    ['rules/products', '商品卡片回复'],
    ['rules/menu', '自助菜单'],
  ] as const) {
    await stage.open(path)
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByRole('region', { name: '买家看到的样子' }).waitFor()
    await expect.poll(wider).toBeLessThanOrEqual(0)
    expect(await findings()).toEqual([])
  }
  expect([...stage.complaints, ...complaints]).toEqual([])
})
