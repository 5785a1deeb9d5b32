import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseRuleBook, openWalkStage, type WalkStage } from './walk-stage.ts'
import { type Chat, chatOn } from './widget/widget-stage.ts'

// Pinduoduo's robot from end to end, with everything set in the console: one test, because each day stands on the one before.

const FLOW = readFileSync(new URL('../../flows/flagship-store/flow.json', import.meta.url), 'utf8')
const OPENING = '我们做宜兴紫砂和汝窑茶具'
const BROKEN = '碰碎了怎么办？'
const QUESTIONS = ['什么时候发货？', '发什么快递？', '紫砂壶怎么开壶？', BROKEN, '可以刻字吗？']
const CARD_REPLY = '这款下周二补货，先拍先发。'
const BUSY = '客服正忙，稍后回复您。'

let stage: WalkStage
beforeAll(async () => {
  stage = await openWalkStage('2026-03-02 10:00')
})
afterAll(() => stage.close())

const button = (name: string) => stage.page.getByRole('button', { name, exact: true })
const bubbles = (chat: Chat, words: string) => chat.panel.locator('.bubble').filter({ hasText: words })

test('the first opening of a day brings opening and list, a changed list waits for tomorrow, thanks disturb nobody', async () => {
  const { page } = stage
  // Monday: the rule book for tomorrow, the flow for everybody who comes, the words of who is busy.
  await chooseRuleBook(stage, 'Pinduoduo')
  await publish(FLOW, 'v2')
  await switchBusyReplyOn()
  await replyToTrail750()
  await listForCards()

  // Tuesday: opening the chat is enough, and everything is there at once.
  await stage.goTo('2026-03-03 10:00')
  const buyer = await stage.openBuyer('zh-CN')
  const chat = await buyer.visit(`${stage.url}/demo/`)
  await chat.open()
  await bubbles(chat, OPENING).waitFor()
  for (const question of QUESTIONS) await chat.button(question).waitFor()
  await chat.button('发什么快递？').click()
  await bubbles(chat, '默认顺丰').waitFor()
  await chat.button('自用').click()
  await bubbles(chat, '客服正在赶来，请稍等。').waitFor()

  // A product card brings its reply and the list for cards, also while waiting; the menu gives what is new.
  const product = await buyer.visit(`${stage.url}/demo/product.html`)
  await product.open()
  await product.button('Ask about it').click()
  await bubbles(product, CARD_REPLY).waitFor()
  await product.button('有现货吗？').click()
  await bubbles(product, '有，当天发。').waitFor()
  await product.panel.getByRole('navigation').getByRole('button', { name: 'New products' }).click()
  await product.log.getByText('New in the last 30 days:').waitFor()
  await product.page.close()

  // A person goes on, is busy for a while, and leaves it to the robot again.
  await stage.comeBack('inbox')
  await page
    .getByRole('link', { name: /Visitor \w/ })
    .first()
    .click()
  const composer = page.getByRole('textbox', { name: /^Reply to/ })
  await composer.fill('今天就发。')
  await composer.press('Control+Enter')
  await chat.message('今天就发。').waitFor()
  await setBusy('busy')
  await chat.write('还在吗')
  await bubbles(chat, BUSY).waitFor()
  await setBusy('online')
  await button('Give back to the robot').click()
  await chat.log.getByText('已交还机器人，常见问题可自动回复。').first().waitFor()
  await chat.write('好的谢谢')
  await chat.stored('好的谢谢')
  await page.getByText('No answer needed: the buyer only said thanks or goodbye.').waitFor()
  expect(await bubbles(chat, '好的谢谢').count()).toBe(1)

  // The list loses a question: today's is still answered, and coming back with the chat open brings nothing.
  await publish(withoutQuestion(FLOW, 'broken'), 'v3')
  await chat.button(BROKEN).click()
  await bubbles(chat, '签收 48 小时内拍照发给我们').waitFor()
  await chat.page.reload()
  const again = chatOn(chat.page)
  await bubbles(again, '签收 48 小时内拍照发给我们').waitFor()
  await again.write('谢谢')
  await again.stored('谢谢')
  expect(await bubbles(again, OPENING).count()).toBe(1)

  // Wednesday: the first opening brings the new list.
  await stage.goTo('2026-03-04 09:00')
  await chat.page.reload()
  const tomorrow = chatOn(chat.page)
  await expect.poll(() => bubbles(tomorrow, OPENING).count()).toBe(2)
  // What can be tapped is the newest list, and that has one question less.
  await expect.poll(() => tomorrow.button('可以刻字吗？').count()).toBe(1)
  await expect.poll(() => tomorrow.button(BROKEN).count()).toBe(0)
  expect(stage.complaints).toEqual([])
})

/** Takes a flow file as the draft, and publishes it. */
async function publish(flow: string, version: string): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/flow/edit`)
  await page
    .getByLabel('Choose a flow file (JSON)')
    .setInputFiles({ name: 'flow.json', mimeType: 'application/json', buffer: Buffer.from(flow) })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save as draft' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+P')
  await dialog.getByRole('button', { name: `Publish ${version}`, disabled: false }).click()
  await page.getByText(`${version} is live.`).first().waitFor()
}

function withoutQuestion(flow: string, id: string): string {
  const changed = flow.replace(new RegExp(`("id": "${id}",\\s*"enabled": )true`), '$1false')
  expect(changed).not.toBe(flow)
  return changed
}

async function switchBusyReplyOn(): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/rules/status`)
  const busy = page.getByRole('region', { name: 'Busy' })
  await busy.getByRole('switch').click()
  await busy.getByLabel('What the buyer reads').fill(BUSY)
  await save()
}

async function replyToTrail750(): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/rules/products`)
  await button('Add a reply').click()
  await button('Choose products').click()
  const picker = page.getByRole('dialog')
  await picker.getByRole('checkbox', { name: /Trail 750/ }).check()
  await picker.getByRole('button', { name: 'Take these' }).click()
  await page.getByLabel('Reply', { exact: true }).fill(CARD_REPLY)
  await save()
}

async function listForCards(): Promise<void> {
  const { page, url } = stage
  await page.goto(`${url}/console/rules/robot`)
  await button('New question').click()
  await page.getByLabel('Question', { exact: true }).fill('有现货吗？')
  await page.getByLabel('Answer', { exact: true }).fill('有，当天发。')
  await save()
}

async function save(): Promise<void> {
  await button('Save').click()
  await stage.page.getByText('Saved. The next buyer message goes by it.').first().waitFor()
}

/** Busy, or there again; the shop goes by it when the console says so. */
async function setBusy(status: 'busy' | 'online'): Promise<void> {
  const { page } = stage
  const self = page.getByRole('button', { name: /Change$/ })
  await self.click()
  await page.getByRole('menuitemcheckbox', { name: 'Busy' }).click()
  await self.getByText(`Owner, ${status}`).waitFor()
}
