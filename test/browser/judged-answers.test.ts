import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, openConsoleStage, type ConsoleStage } from './console-stage.ts'
import { type BuyerBrowser, type Chat, openBuyerBrowser } from './widget/widget-stage.ts'

let stage: ConsoleStage
let buyer: BuyerBrowser
let chat: Chat

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  buyer = await openBuyerBrowser(stage.browser, { locale: 'en', reducedMotion: 'reduce' })
  chat = await buyer.visit(`${stage.shop.url}/demo/`)
  await chat.open()
  await chat.greeted()
})
afterAll(() => stage.close())

const judgement = (of: Chat) => of.panel.getByRole('group', { name: 'Did this answer help?' })
const pressed = (of: Chat, name: string) =>
  judgement(of).getByRole('button', { name, exact: true, pressed: true })
/** The buyer’s conversation, the only one of the shop. */
async function openThread(): Promise<void> {
  await stage.open('inbox?view=all')
  await stage.page
    .getByRole('link', { name: /^Visitor/ })
    .first()
    .click()
}

test('a person can be asked for below the list, and an answer can be judged by keyboard; no help offers a person (FAQ-17)', async () => {
  await chat.panel.getByRole('button', { name: 'Talk to a person' }).waitFor()
  await chat.button('MOQ?').click()
  await judgement(chat).waitFor()
  await judgement(chat).getByRole('button', { name: 'Solved', exact: true }).focus()
  await chat.page.keyboard.press('Enter')
  await pressed(chat, 'Solved').waitFor()
  // The element is drawn anew; who pressed it still stands on it.
  await chat.page.keyboard.press('Tab')
  await chat.page.keyboard.press('Enter')
  await pressed(chat, 'Not solved').waitFor()
  expect(await pressed(chat, 'Solved').count()).toBe(0)
  expect(await judgement(chat).getByRole('button', { name: 'Talk to a person' }).count()).toBe(1)
  expect(await axeFindings(chat.page)).toEqual([])
})

test('a second tab hears it, and shows it again after a reload (FAQ-17)', async () => {
  const second = await buyer.visit(`${stage.shop.url}/demo/`)
  await second.open()
  await pressed(second, 'Not solved').waitFor()
  await judgement(second).getByRole('button', { name: 'Solved', exact: true }).click()
  await pressed(chat, 'Solved').waitFor()
  await judgement(chat).getByRole('button', { name: 'Not solved' }).click()
  await pressed(second, 'Not solved').waitFor()
  await second.page.close()
  expect(buyer.complaints).toEqual([])
})

test('the console shows it in the thread, live, and counts it by question (FAQ-17)', async () => {
  const { page } = stage
  await openThread()
  const log = page.getByRole('log')
  await log.getByText('The buyer says: not solved').waitFor()
  await judgement(chat).getByRole('button', { name: 'Solved', exact: true }).click()
  await log.getByText('The buyer says: solved').waitFor()
  await judgement(chat).getByRole('button', { name: 'Not solved' }).click()
  await log.getByText('The buyer says: not solved').waitFor()

  await stage.open('answers')
  const table = page.getByRole('region', { name: 'What buyers say of automatic answers' })
  await expect
    .poll(() => table.getByRole('row').allInnerTexts())
    .toEqual([
      expect.stringMatching(/Question\s+Not solved\s+Solved/),
      expect.stringMatching(/MOQ\?\s+1\s+0/),
    ])
  expect(await axeFindings(page)).toEqual([])
})

test('the last word of a buyer may need no answer, and need one after all (STS-09)', async () => {
  const { page } = stage
  await judgement(chat).getByRole('button', { name: 'Talk to a person' }).click()
  await chat.write('Call me tomorrow')
  await chat.stored('Call me tomorrow')
  await openThread()
  const said = page.getByRole('article').filter({ hasText: 'Call me tomorrow' })
  await said.getByRole('button', { name: 'Needs no answer' }).click()
  await said.getByText('Needs no answer.').waitFor()
  await page.reload()
  await said.getByText('Needs no answer.').waitFor()
  await said.getByRole('button', { name: 'It needs one after all' }).press('Enter')
  await said.getByRole('button', { name: 'Needs no answer' }).waitFor()
  expect(await said.getByText('Needs no answer.').count()).toBe(0)
  expect(stage.complaints).toEqual([])
})
