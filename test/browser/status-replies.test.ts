import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBuyer } from '../tools/raw-buyer.ts'
import { axeFindings } from './axe-findings.ts'
import { becomeOwner, type ConsoleStage, openConsoleStage } from './console-stage.ts'

let stage: ConsoleStage

beforeAll(async () => {
  stage = await openConsoleStage()
  await becomeOwner(stage)
  await stage.page.getByRole('link', { name: 'Message rules' }).click()
  await stage.page.getByRole('link', { name: 'Status replies' }).click()
  await stage.page.getByRole('heading', { name: 'Status replies', level: 1 }).waitFor()
})
afterAll(() => stage.close())

const reply = (name: string) => stage.page.getByRole('region', { name })
const save = () => stage.page.getByRole('button', { name: 'Save', exact: true })
const preview = () => stage.page.getByRole('log', { name: 'What the buyer gets' })

async function saved(): Promise<void> {
  await save().click()
  await stage.page.getByText('Saved. The next buyer message goes by it.').waitFor()
  await save().waitFor({ state: 'hidden' })
}

const axe = () => axeFindings(stage.page)

test('by keyboard alone a reply is written, previewed and given to the next buyer (STS-03)', async () => {
  const { page } = stage
  const closing = reply('Thanks and goodbye')
  await closing.getByRole('switch').focus()
  await page.keyboard.press('Space')
  await page.getByText('This reply is on. Write its words, or switch it off.').first().waitFor()
  expect(await save().getAttribute('aria-disabled')).toBe('true')
  await closing.getByLabel('What the buyer reads').fill('Any time! {{store.name}}')
  await page.getByLabel('Reply', { exact: true }).selectOption({ label: 'Thanks and goodbye' })
  await preview().getByText('Any time! Harbor Steel Ware').waitFor()
  expect(await axe()).toEqual([])
  await saved()

  const buyer = await openBuyer(stage.shop.url)
  const { conversation } = await buyer.hello()
  await buyer.say('statuslane.1', 'Where is my order?')
  const answered = await page.request.post(`${stage.shop.url}/api/v1/conversations/${conversation}/replies`, {
    headers: { origin: stage.shop.url },
    data: { id: 'sales-lane1.1', text: 'It ships today.' },
  })
  expect(answered.ok()).toBe(true)
  await buyer.say('statuslane.2', '好的谢谢')
  const said = await buyer.next('message', ({ kind }) => kind === 'status_closing')
  expect(said).toMatchObject({
    author: 'robot',
    content: { kind: 'text', text: 'Any time! Harbor Steel Ware' },
  })
})

test('a phrase is tried against the list on the page, and a list that cannot be is not saved (STS-07)', async () => {
  const { page } = stage
  const verdict = page.getByRole('region', { name: 'Thanks and goodbyes' }).getByRole('status')
  const tried = page.getByLabel('Try a phrase')
  const list = page.getByLabel('Phrases', { exact: true })
  await tried.fill('OK, thanks 👍')
  await expect.poll(() => verdict.innerText()).toBe('Closes: it needs no answer.')
  await tried.fill('好的,那什么时候发货?')
  await expect.poll(() => verdict.innerText()).toBe('Asks for more: a person answers it.')
  await list.fill('ta\n👍')
  await page.getByText('Phrase 2 has no word in it. Emoji alone always close.').first().waitFor()
  expect(await save().getAttribute('aria-disabled')).toBe('true')
  await list.fill('ta\n')
  await tried.fill('Ta, ta!')
  await expect.poll(() => verdict.innerText()).toBe('Closes: it needs no answer.')
  await saved()
  await page.reload()
  await expect.poll(() => list.inputValue()).toBe('ta')
  await page.getByRole('button', { name: 'Back to the list every store begins with' }).click()
  await expect.poll(() => list.inputValue()).toContain('thank you very much')
  await saved()
})

test('an account’s own replies are apart from everybody’s, and can follow them again (PRM-04)', async () => {
  const { page } = stage
  const scope = page.getByLabel('Replies of')
  await scope.selectOption({ label: 'Sales 1, you' })
  await page.getByText('Same as everybody’s.').waitFor()
  const busy = reply('Busy')
  await busy.getByRole('switch').click()
  await busy.getByLabel('What the buyer reads').fill('In a meeting until three.')
  await busy.getByLabel('Send it').selectOption({ label: 'After 30 seconds, if nobody is faster' })
  expect(await scope.isDisabled()).toBe(true)
  await saved()
  await scope.selectOption({ label: 'Everybody without their own' })
  await expect.poll(() => busy.getByRole('switch').getAttribute('aria-checked')).toBe('false')
  await scope.selectOption({ label: 'Sales 1, you' })
  await page.getByRole('button', { name: 'Follow everybody’s again' }).click()
  await page.getByText('Same as everybody’s.').waitFor()
  expect(stage.complaints).toEqual([])
})

test('it fits a phone, and reads well in the dark and in forced colours', async () => {
  const { page } = stage
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  expect(await axe()).toEqual([])
  // The system chooses these colours: whether they are far enough from each other is not the page's to say.
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  expect((await axe()).filter((violation) => !violation.startsWith('color-contrast'))).toEqual([])
})
