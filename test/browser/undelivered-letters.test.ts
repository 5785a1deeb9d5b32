import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../tools/start-mail-server.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

const INVITED = 'mei@shop.test'
let mail: MailServer
let stage: ConsoleStage

beforeAll(async () => {
  mail = await startMailServer()
  const environment = { SHOPBELL_SMTP_URL: mail.url, SHOPBELL_MAIL_FROM: 'chat@shop.test' }
  stage = await openConsoleStage({ environment })
  await becomeOwner(stage)
})
afterAll(async () => {
  await stage.close()
  await mail.stop()
})

test('a letter that was refused is shown without its words, and sent again once the mail server takes it', async () => {
  const { page } = stage
  mail.be('refuses addresses')
  await stage.open('settings/people')
  await page.getByRole('button', { name: 'Invite…' }).click()
  await page.getByRole('dialog').getByLabel('E-mail').fill(INVITED)
  await page.getByRole('dialog').getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('dialog').locator('[data-link] code').innerText()
  await expect.poll(mail.refusals).toBe(1)

  await stage.open('settings/mail')
  const line = page.getByRole('listitem').filter({ hasText: INVITED })
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click()
      return line.count()
    })
    .toBe(1)
  await line.getByText('The mail server refused the address.').waitFor()
  await line.getByText('given up').waitFor()
  expect(await page.content()).not.toContain(new URL(link).hash)
  await page.setViewportSize({ width: 320, height: 640 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await axeFindings(page)).toEqual([])

  mail.be('takes')
  await line.getByRole('button', { name: `Send again to ${INVITED}` }).press('Enter')
  await page.getByText(`On its way to ${INVITED} again`).waitFor() // a toast, which soon goes
  await page.getByText('Every letter arrived.').waitFor()
  await expect.poll(() => mail.taken.length).toBe(1)
  expect(mail.taken[0]?.to).toEqual([INVITED])
  expect(stage.complaints).toEqual([])
})
