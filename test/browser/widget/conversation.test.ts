import { ReceptionDesk, type ReceptionSettings } from '@shopbell/protocol'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBuyerBrowser, openWidgetStage, SECOND_QUESTION, type WidgetStage } from './widget-stage.ts'

let stage: WidgetStage

beforeAll(async () => {
  stage = await openWidgetStage()
})
afterEach(() => stage.sendBuyersAway())
afterAll(() => stage.stop())

describe('a buyer on the demo shop', () => {
  test('is greeted, taps a question, answers three, and meets a person', async () => {
    const { visit, complaints } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${stage.shop.url}/demo/product.html`)
    await chat.open()
    await chat.log.getByText('Hello and welcome', { exact: false }).waitFor()
    await chat.log.getByText('Automatic answer', { exact: false }).first().waitFor()

    await chat.button('MOQ?').click()
    await chat.message('MOQ?').waitFor()
    await chat.log.getByText('500 pieces per colour', { exact: false }).waitFor()

    await chat.button('750 ml').click()
    const pieces = chat.panel.getByRole('spinbutton')
    await pieces.fill('0')
    await chat.button('Confirm').click()
    await chat.log.getByText('Enter 1 or more.').waitFor()
    await pieces.fill('1200')
    await chat.button('Confirm').click()
    await chat.message('1200 pcs').waitFor()
    await chat.button('Laser').click()
    await chat.button('Silk print').click()
    await chat.button('Confirm').click()
    await chat.message('Laser, Silk print').waitFor()
    await chat.log.getByText('Thank you. We noted:', { exact: false }).waitFor()

    await stage.personSays('Good morning, this is Li Na.')
    await chat.message('Good morning, this is Li Na.').waitFor()
    await chat.log.getByText('A person,', { exact: false }).waitFor()
    expect(complaints).toEqual([])
  })

  test('asks about the product of the page, and can ask for a person', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${stage.shop.url}/demo/product.html`)
    await chat.open()
    await chat.button('Ask about it').click()
    await chat.log.locator('.own').getByText('Trail 750', { exact: false }).waitFor()
    await chat.button('Talk to a person').click()
    await chat.message('Talk to a person').waitFor()
  })

  test('finds the conversation again after a reload, in a second tab and on the next page', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const first = await visit(`${stage.shop.url}/demo/`)
    await first.open()
    await first.greeted()
    await first.button('Samples?').click()
    await first.stored('Samples?')
    await first.log.getByText('A pack of 6', { exact: false }).waitFor()
    const before = await first.messages()

    const second = await visit(`${stage.shop.url}/demo/products.html`)
    await second.open()
    await second.message('Samples?').waitFor()
    await expect.poll(() => second.messages()).toEqual(before)

    await first.page.reload()
    await first.panel.waitFor() // the panel was open, so it is open again
    await expect.poll(() => first.messages()).toEqual(before)

    await second.write('Do you ship to Rotterdam?')
    for (const chat of [first, second]) await chat.log.getByText(SECOND_QUESTION).waitFor()
    const after = await second.messages()
    expect(after.filter((text) => text.includes('Rotterdam'))).toHaveLength(1)
    await expect.poll(() => first.messages()).toEqual(after)
  })

  test('is shown how much is unread while the panel is closed', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.open()
    await chat.greeted()
    await chat.write('Hello there')
    await chat.stored('Hello there')
    await chat.log.getByText(SECOND_QUESTION).waitFor()
    // What is still scrolling in is not read yet.
    await chat.page.locator('.launcher[aria-label="Chat with the shop"]').waitFor({ state: 'attached' })
    await chat.button('Close chat').click()
    await stage.personSays('One moment.')
    await chat.page.getByRole('button', { name: 'Chat with the shop, 1 unread' }).waitFor()

    await chat.page.goto(`${stage.shop.url}/demo/products.html`)
    const badge = chat.page.getByRole('button', { name: 'Chat with the shop, 1 unread' })
    await badge.waitFor()
    await badge.click()
    await chat.message('One moment.').waitFor()
    await chat.button('Close chat').click()
    await chat.page.getByRole('button', { name: 'Chat with the shop', exact: true }).waitFor()
  })

  test('is told why a message is not taken, and can take it back', async () => {
    const { visit } = await openBuyerBrowser(stage.browser)
    const chat = await visit(`${stage.shop.url}/demo/product.html`)
    await chat.element.evaluate((element) => element.setAttribute('data-ref', 'NO-SUCH'))
    await chat.open()
    await chat.button('Ask about it').click()
    await chat.log.getByText('Not sent. The shop does not know this product.', { exact: false }).waitFor()
    await chat.write('Then another question')
    await chat.stored('Then another question')
    await chat.button('Remove').click()
    await expect.poll(() => chat.panel.locator('.waits').count()).toBe(0)
    await chat.page.reload()
    await chat.message('Then another question').waitFor()
    expect(await chat.panel.locator('.waits').count()).toBe(0)
  })

  test('opens the chat with a launcher from before an upgrade', async () => {
    const { context, visit } = await openBuyerBrowser(stage.browser)
    await context.route('**/widget/mount-panel-*', (route) => route.fulfill({ status: 404 }))
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.open()
    await chat.button('MOQ?').waitFor()
  })

  test('in Chinese reads Chinese', async () => {
    const { visit } = await openBuyerBrowser(stage.browser, { locale: 'zh-CN' })
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.element.evaluate((element) => element.setAttribute('data-locale', 'zh-CN'))
    await chat.bubble.click()
    await chat.panel.getByPlaceholder('发消息').waitFor()
    await chat.log.getByText('自动回复，', { exact: false }).first().waitFor()
  })
})

describe('a chat that stays open', () => {
  const HOUR_MS = 3_600_000
  const NEW_YORK = 'America/New_York'

  async function saveOffice(office: ReceptionSettings['office']): Promise<void> {
    const { store } = await stage.api.ask('GET', 'settings/reception', ReceptionDesk)
    const settings = { ...store.settings, timeZone: 'UTC', office }
    const body = JSON.stringify({ settings, revision: store.revision })
    await stage.api.ask('POST', 'settings/reception', ReceptionDesk, body)
  }

  test('says when people are back as hours change, in the buyer’s own time, and no longer than that', async () => {
    const { context, visit } = await openBuyerBrowser(stage.browser, { timezoneId: NEW_YORK })
    await context.clock.install()
    const chat = await visit(`${stage.shop.url}/demo/`)
    await chat.open()
    await chat.panel.getByText('Answers come automatically now').waitFor()
    // Two or three hours from now, wherever in its hour the test runs.
    const opensAt = Math.ceil(Date.now() / HOUR_MS + 2) * HOUR_MS
    const from = ((opensAt / HOUR_MS) % 24) * 60
    await saveOffice(Array.from({ length: 7 }, () => [{ from, until: from + 60 }]))
    const format = new Intl.DateTimeFormat('en', {
      timeZone: NEW_YORK,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
    await chat.panel
      .getByText(new RegExp(`^We are back (today|tomorrow) ${format.format(opensAt)}, your time$`))
      .waitFor()
    await context.clock.fastForward(opensAt - Date.now())
    await chat.panel.getByText('Answers come automatically now').waitFor()
    await saveOffice(null)
  })
})
