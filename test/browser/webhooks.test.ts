import { afterAll, beforeAll, expect, test } from 'vitest'
import { isGenuine, type Receiver, startReceiver } from '../tools/start-receiver.ts'
import { openBuyer } from '../tools/raw-buyer.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

let receiver: Receiver
let stage: ConsoleStage
beforeAll(async () => {
  receiver = await startReceiver()
  stage = await openConsoleStage({ environment: { SHOPBELL_WEBHOOK_ALLOW: '127.0.0.1' } })
  await becomeOwner(stage)
  await stage.open('settings/webhooks')
})
afterAll(async () => {
  await stage.close()
  await receiver.stop()
})

const types = () => receiver.received.map(({ event }) => event.type)

test('a webhook is made and tested, hears a buyer, and sends again what it gave up', async () => {
  const { page } = stage
  await page.getByText('No webhooks yet.').waitFor()
  const form = page.getByRole('form', { name: 'New webhook' })
  await form.getByLabel('Address').fill('https://127.1/')
  await form.getByRole('button', { name: 'Add webhook' }).click()
  await form.getByText('Choose at least one event.').waitFor()
  await form.getByRole('checkbox', { name: /^a message was written/ }).check()
  await form.getByLabel('Address').fill('https://10.0.0.1/')
  await form.getByRole('button', { name: 'Add webhook' }).click()
  await form.getByText('This address is not on the public net').waitFor()
  await form.getByLabel('Address').fill(receiver.url)
  await form.getByLabel('Name').fill('Till')
  await form.getByRole('button', { name: 'Add webhook' }).click()
  const secret = await page.getByLabel('Secret', { exact: true }).innerText()
  const line = page.getByRole('listitem', { name: 'Till' })

  await line.getByRole('button', { name: 'Send a test' }).press('Enter')
  await expect.poll(types).toEqual(['webhook.test'])
  expect(receiver.received.every((one) => isGenuine(secret, one))).toBe(true)
  const section = line.getByRole('region', { name: /^Deliveries to 127/ })
  await expect
    .poll(async () => {
      await section.getByRole('button', { name: 'Look again' }).click()
      return section.getByText('answer 204').count()
    })
    .toBe(1)

  receiver.be(() => 410)
  const buyer = await openBuyer(stage.shop.url)
  await buyer.hello()
  await buyer.say('webhooks.1', 'Do you engrave bottles?')
  await expect.poll(types).toContain('message.stored')
  const heard = receiver.received.find(({ event }) => event.data['author'] === 'buyer')
  expect(heard?.event.data['content']).toEqual({ kind: 'text', text: 'Do you engrave bottles?' })
  await expect
    .poll(async () => {
      await section.getByRole('button', { name: 'Look again' }).click()
      return section.getByRole('button', { name: 'Send again: message.stored' }).count()
    })
    .toBe(1)
  await line.getByText('Switched off: the receiver answered').waitFor()
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 1440, height: 900 })

  receiver.be(() => 200)
  await section.getByRole('button', { name: 'Send again: message.stored' }).press('Enter')
  await page.getByText('1 is sent again.').waitFor()
  await expect.poll(() => receiver.received.filter(({ id }) => id === heard?.id).length).toBe(2)
  await line.getByRole('switch', { name: 'On' }).press('Space')
  await line.getByText('Switched off').waitFor({ state: 'detached' })

  await stage.open('settings/webhooks')
  await line.waitFor()
  expect(await page.content()).not.toContain(secret)
  await line.getByRole('button', { name: 'New secret' }).click()
  await line.getByRole('button', { name: 'Make a new secret' }).click()
  const fresh = await line.getByLabel('Secret', { exact: true }).innerText()
  expect(fresh).not.toBe(secret)
  await line.getByRole('button', { name: 'Delete' }).click()
  await line.getByRole('button', { name: 'Delete with all that waits' }).click()
  await page.getByText('No webhooks yet.').waitFor()
  buyer.drop()
  expect(stage.complaints).toEqual([])
})
