import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningBot, startBot } from '../botkit/start-bot.ts'
import { addAccount } from '../protocol/console-stage/add-account.ts'
import { asOperator } from '../protocol/console-stage/as-operator.ts'
import { type ConsoleStage, openConsoleStage } from '../protocol/console-stage/open-console-stage.ts'
import { publishSample } from '../protocol/console-stage/publish-sample.ts'
import { launchChromium } from '../tools/launch-chromium.ts'
import { type BotkitPage, openBotkitPage } from './botkit-page.ts'

// Botkit's own web client, as its package brings it, in front of a Botkit bot with the plugin and in front of our server.

const FLOW = new URL('../../flows/export-factory/flow.json', import.meta.url)
const MINUTES = 60_000

let browser: Browser
let bot: RunningBot
let stage: ConsoleStage
let storeId: number
let account: Awaited<ReturnType<typeof addAccount>>

beforeAll(async () => {
  browser = await launchChromium()
  bot = await startBot(new URL('../../examples/botkit-bot/bot.js', import.meta.url), FLOW)
  stage = await openConsoleStage({ environment: { SHOPBELL_BOTKIT: 'root' } })
  // The plugin calls the shop by the flow's name unless it is told another.
  storeId = await stage.addStore('alder', { name: JSON.parse(readFileSync(FLOW, 'utf8')).name })
  await publishSample(stage, storeId)
  account = await addAccount(stage, storeId, { email: 'mei@alder.example', role: 'agent' })
}, 5 * MINUTES)
afterAll(async () => {
  await stage.close()
  await bot.stop()
  await browser.close()
})

/** One visit with a reload in its middle: every bubble and every quick reply, in the order in which they were there. */
async function visit(url: string, mode: 'socket' | 'webhook'): Promise<readonly string[]> {
  const chat = await openBotkitPage(browser, url, mode)
  const seen: string[] = []
  const look = async (bubbles: number): Promise<void> => {
    await chat.shows(bubbles)
    seen.push(...(await chat.transcript()), `replies: ${(await chat.replies()).join(' | ')}`, '')
  }
  await look(3)
  await chat.type('MOQ?')
  await look(5)
  await chat.reload()
  await look(1)
  await chat.tap('750 ml')
  await look(3)
  await chat.type('1200')
  await look(5)
  await chat.tap('Laser')
  await look(7)
  await chat.page.context().close()
  return seen
}

test.for(['socket', 'webhook'] as const)('by %s both give the same transcript', async (mode) => {
  const ofBot = await visit(bot.url, mode)
  const ofServer = await visit(stage.url(), mode)
  expect(ofServer).toEqual(ofBot)
  expect(ofServer).toContain('shop: 500 pieces per colour. Your first order may mix two colours.')
  expect(ofServer).toContain('replies: 500 ml | 750 ml | 1 litre | Other size')
  expect(ofServer.filter((line) => line === 'shop: Which size do you need?')).toHaveLength(6)
  expect(ofServer.at(-3)).toContain('How many pieces? 1200 pcs')
})

describe('in front of our server', () => {
  const newest = () =>
    asOperator(stage, (tx) =>
      tx.selectFrom('conversation').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
    )

  async function personSays(text: string): Promise<void> {
    const { publicId } = await newest()
    const { id: accountId, publicId: mei } = account
    const agent = { accountId, publicId: mei, name: 'Mei' }
    expect(
      await stage.reception.reply(storeId, publicId, {
        agent,
        id: `console-lane.${String(text.length)}`,
        text,
      }),
    ).toHaveProperty('seq')
  }

  let chat: BotkitPage
  beforeAll(async () => {
    chat = await openBotkitPage(browser, stage.url(), 'socket')
    await chat.shows(3)
  })

  test('no words become an element or a link, whoever wrote them', async () => {
    await personSays('<img src=x onerror="window.ran = 1"> [here](javascript:window.ran=1) 3 < 4 &lt;')
    await chat.shows(4)
    expect((await chat.transcript()).at(-1)).toBe(
      'shop: <img src=x onerror="window.ran = 1"> here (javascript:window.ran=1) 3 < 4 &lt;',
    )
    expect(await chat.page.locator('#message_list > :not(#message_template) :is(a, img)').count()).toBe(0)
    expect(await chat.page.evaluate('window.ran')).toBeUndefined()
  })

  test('no script of the page can read who the browser is', async () => {
    const cookies = await chat.page.context().cookies()
    expect(cookies.map(({ name, httpOnly }) => [name, httpOnly]).toSorted()).toEqual([
      ['botkit_guid', false],
      ['shopbell-botkit', true],
    ])
    expect(await chat.page.evaluate('document.cookie')).not.toContain('shopbell')
  })

  test('somebody who types is shown', async () => {
    await stage.reception.typingByAgent(storeId, (await newest()).publicId, 'Mei')
    await chat.page
      .locator('#message_list > :not(#message_template) .typing-indicator')
      .waitFor({ state: 'attached' })
  })
})
