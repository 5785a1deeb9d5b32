import { type ConversationDetail, type ConversationList } from '@shopbell/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'
import { holdToast } from './hold-toast.ts'
import { serveShopPage, type ShopPage } from './shop-page.ts'
import { type BuyerBrowser, openBuyerBrowser } from './widget/widget-stage.ts'

/** Who closes the last console is there for half a minute more. */
const NOBODY_WITHIN = { timeout: 120_000 }
const CONSENT = 'We keep your details until your question is answered.'

let stage: ConsoleStage
let shopPage: ShopPage
let snippet = ''

beforeAll(async () => {
  stage = await openConsoleStage()
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  await becomeOwner(stage)
  shopPage = await serveShopPage(stage.shop.url, () => snippet)
  await stage.page.getByRole('link', { name: 'On your shop' }).click()
  snippet = await stage.page.getByLabel('Chat on your site').innerText()
})
afterAll(async () => {
  shopPage.close()
  await stage.close()
})

/** The seller's page in a buyer's browser that has not been there before. */
async function visitShop(options: Parameters<typeof openBuyerBrowser>[1] = {}) {
  const buyer = await openBuyerBrowser(stage.browser, options)
  const chat = await buyer.visit(shopPage.origin)
  return { ...buyer, chat }
}

async function save(): Promise<void> {
  const { page } = stage
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved. The next page that loads has it.').waitFor()
}

async function saveConsent(): Promise<void> {
  const { page } = stage
  await page.getByRole('switch', { name: 'Buyers can leave contact details' }).click()
  await page.getByLabel('What buyers agree to, English').fill(CONSENT)
  await save()
}

const complaintsOf = ({ complaints }: Pick<BuyerBrowser, 'complaints'>) =>
  complaints.filter((text) => !text.includes('favicon'))

describe('the line of code on a page of another origin', () => {
  test('brings the chat under a strict policy, and the console says that it is live', async () => {
    const { chat, complaints } = await visitShop()
    await chat.open()
    await chat.button('MOQ?').waitFor()
    expect(complaintsOf({ complaints })).toEqual([])
    await stage.page.getByText(`Live on ${shopPage.origin}`).waitFor()
  })

  test('brings what the seller chose with the next page, in its first request', async () => {
    const { page } = stage
    await page.getByLabel('Colour', { exact: true }).fill('#F5C400')
    await page.getByText('White text would reach a contrast of 1.6 only').waitFor()
    await page.getByRole('button', { name: /takes white/ }).click()
    const colour = await page.getByLabel('Colour', { exact: true }).inputValue()
    await page.getByRole('radio', { name: 'Left' }).check({ force: true })
    await page.getByLabel('From the bottom, pixels').fill('90')
    await page.getByLabel('First line, English').fill('Ask us about bottles.')
    await page.locator('.seat').getByText('Ask us about bottles.').waitFor()
    await save()

    const { chat, context } = await visitShop()
    const asked: string[] = []
    context.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await chat.page.reload()
    const box = await chat.bubble.boundingBox()
    expect([box?.x, 900 - (box?.y ?? 0) - (box?.height ?? 0)]).toEqual([24, 90])
    expect(await chat.bubble.evaluate((bubble) => getComputedStyle(bubble).backgroundColor)).toBe(
      rgbOf(colour),
    )
    expect(asked.filter((path) => path.startsWith('/widget/'))).toEqual(['/widget/v1.js'])
    await chat.open()
    expect((await chat.panel.boundingBox())?.x).toBe(24)
    expect(await chat.panel.locator('.head').evaluate((head) => getComputedStyle(head).backgroundColor)).toBe(
      rgbOf(colour),
    )
  })

  test('says where it may not be, and one click allows it', async () => {
    const { page } = stage
    await page.getByLabel('Add a site').fill('not a site')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('This is not the address of a site').waitFor()
    await page.getByLabel('Add a site').fill('*.shop.example')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('https://*.shop.example', { exact: true }).waitFor()

    const { chat, complaints } = await visitShop()
    await expect.poll(() => complaints.join('\n')).toContain('ORIGIN_REFUSED')
    expect(await chat.page.locator('shopbell-chat').count()).toBe(0)

    await page.getByText(`${shopPage.origin} tried to load the chat and is not allowed.`).waitFor()
    await page.getByRole('button', { name: 'Allow it' }).click()
    await page.getByRole('button', { name: `Remove ${shopPage.origin}` }).waitFor()
    await chat.page.reload()
    await chat.open()
    await chat.button('MOQ?').waitFor()
  })

  test('tells a page that was open while its site was removed', async () => {
    const { page } = stage
    const { chat, complaints } = await visitShop()
    await chat.bubble.waitFor()
    await page.getByRole('button', { name: `Remove ${shopPage.origin}` }).click()
    await holdToast(page, `${shopPage.origin} is removed`)
    await chat.open()
    await chat.panel.getByText('The chat cannot connect.').waitFor()
    await expect.poll(() => complaints.join('\n')).toContain('Shopbell: ORIGIN_REFUSED')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: `Remove ${shopPage.origin}` }).waitFor()
  })
})

describe('while nobody is there', () => {
  beforeAll(async () => {
    await saveConsent()
    // The seller's own console is somebody who is there.
    await stage.page.goto('about:blank')
  })

  test('a buyer without a network leaves details, which are sent once when it is back', async () => {
    const { chat } = await visitShop()
    await chat.open()
    await chat.button('Leave contact details').click(NOBODY_WITHIN)
    await chat.button('Send details').click()
    await chat.panel.getByText('Give an e-mail address or a telephone number.').waitFor()
    await chat.panel.getByLabel('Name').fill('Mia')
    await chat.panel.getByLabel('E-mail').fill('mia@shop.example')
    await chat.button('Send details').click()
    await chat.panel.getByText('Tick the box to agree.').waitFor()
    await chat.panel.getByLabel(CONSENT).check()
    await chat.page.context().setOffline(true)
    await chat.panel.getByText('No connection. Kept, sent when you are back.').waitFor()
    await chat.button('Send details').click()
    const words = 'Name: Mia\nE-mail: mia@shop.example\nConsent: Agreed'
    await chat.panel.locator('.bubble.own.waits').filter({ hasText: 'mia@shop.example' }).waitFor()
    await chat.page.context().setOffline(false)
    await chat.panel.locator('.bubble.own:not(.waits)').filter({ hasText: 'mia@shop.example' }).waitFor()
    expect(await chat.panel.locator('.bubble.own').allInnerTexts()).toEqual([words])

    expect(await latestAnswers()).toMatchObject([
      { variable: 'contact.consent', value: CONSENT, shown: 'Agreed' },
      { variable: 'contact.email', value: 'mia@shop.example' },
      { variable: 'contact.name', value: 'Mia' },
    ])

    await chat.page.reload()
    await chat.panel.locator('.bubble.own').waitFor()
    expect(await chat.button('Leave contact details').count()).toBe(0)
  })

  test.for([
    ['light', 'en', 1_280],
    ['dark', 'en', 320],
    ['dark', 'zh-CN', 1_280],
  ] as const)('the form is sound in %s, %s, %i px wide', async ([colorScheme, locale, width]) => {
    const { chat } = await visitShop({
      colorScheme,
      viewport: { width, height: 640 },
      reducedMotion: 'reduce',
    })
    await chat.page.evaluate((lang) => {
      document.documentElement.lang = lang
      document.querySelector('shopbell-chat')?.remove()
      // As a web app places it: the store comes from the script.
      document.body.append(document.createElement('shopbell-chat'))
    }, locale)
    await chat.open()
    await chat.button(locale === 'en' ? 'Leave contact details' : '留下联系方式').click()
    const form = chat.panel.getByRole('form')
    await form.getByRole('button').first().click()
    await form.getByRole('alert').first().waitFor()
    expect(await axeFindings(chat.page)).toEqual([])
    const widths = await chat.panel.evaluate((panel) =>
      [...panel.querySelectorAll('.contact, .contact *')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => one.outerHTML.slice(0, 80)),
    )
    expect(widths).toEqual([])
    await chat.page.keyboard.press('Escape')
    await chat.button(locale === 'en' ? 'Leave contact details' : '留下联系方式').waitFor()
  })

  test('somebody who comes takes the offer away, and a half-filled form stays', async () => {
    const idle = await visitShop()
    await idle.chat.open()
    await idle.chat.button('Leave contact details').waitFor()
    const busy = await visitShop()
    await busy.chat.open()
    await busy.chat.button('Leave contact details').click()
    await busy.chat.panel.getByLabel('E-mail').fill('half')
    await stage.open('install')
    await idle.chat.panel.getByText('1 person is here').waitFor()
    await idle.chat.button('Leave contact details').waitFor({ state: 'detached' })
    expect(await busy.chat.panel.getByLabel('E-mail').inputValue()).toBe('half')
  })
})

/** What the seller reads of the newest conversation. */
async function latestAnswers(): Promise<ConversationDetail['answers']> {
  const ask = async (path: string): Promise<string> => {
    const answer = await stage.context.request.get(`${stage.shop.url}/api/v1/${path}`)
    return answer.text()
  }
  const { conversations }: ConversationList = JSON.parse(await ask('conversations?view=all'))
  const newest = [...conversations].sort((a, b) => b.lastAt - a.lastAt)[0]
  const { answers }: ConversationDetail = JSON.parse(await ask(`conversations/${newest?.id ?? ''}`))
  return answers
}

function rgbOf(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`
}

test('nothing was left in the console of the browser', () => {
  expect(stage.complaints).toEqual([])
})
