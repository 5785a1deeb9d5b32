import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { atRest } from './at-rest.ts'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'

// Every command by its name, without knowing where it stands.

let stage: EditorStage
let page: Page

beforeAll(async () => {
  stage = await openEditorStage()
  page = await stage.open({ view: 'outline' })
})
afterAll(() => stage.close())

const options = (on = page) => on.locator('.command-palette').getByRole('option')
const isGone = () => eventually(async () => expect(await page.locator('.command-palette').count()).toBe(0))
const announced = (words: string) =>
  eventually(async () =>
    expect(
      await page.locator('body > .root > [aria-live=polite], .sr[aria-live=polite]').allInnerTexts(),
    ).toContain(words),
  )

/** In the document that is seen, whatever is saved of it. */
const welcomeIsOn = () =>
  page
    .getByRole('switch', { name: /^(On|Off)$/ })
    .evaluate((node) => node.getAttribute('aria-checked') === 'true')

async function find(words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Type a command' }).fill(words)
}

test('the key opens it, the field has the focus, and every command is there', async () => {
  await page.locator('[data-row="welcome"]').focus()
  await page.keyboard.press('Control+k')
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox'),
  )
  await eventually(async () => expect(await options().count()).toBeGreaterThan(30))
})

test('Escape closes it and gives the focus back', async () => {
  await page.keyboard.press('Escape')
  await isGone()
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('welcome'),
  )
})

test('a command that cannot be used says why, and stays', async () => {
  await find('undo')
  await page
    .locator('.command-palette')
    .getByRole('option', { name: /^Undo/, disabled: true })
    .getByText('Nothing to undo')
    .waitFor()
  await page.keyboard.press('Enter')
  await announced('Undo: Nothing to undo')
  expect(await page.locator('.command-palette').count()).toBe(1)
  await page.keyboard.press('Escape')
  await isGone()
})

test('a command changes the flow, and is told; undo is told by its name', async () => {
  await find('switch on')
  await page.keyboard.press('Enter')
  await isGone()
  await announced('Done: Switch a block: Welcome')
  expect(await welcomeIsOn()).toBe(false)
  await page.keyboard.press('Control+z')
  await announced('Undone: Switch a block: Welcome')
})

test('the name in the other language finds it too', async () => {
  await find('撤销')
  await eventually(async () => expect(await options().allInnerTexts()).toHaveLength(1))
  await page.keyboard.press('Escape')
  await isGone()
})

test('a block is gone to by its name; the arrows choose among what was found', async () => {
  await find('go ask')
  await eventually(async () => expect(await options().count()).toBe(3))
  await page.keyboard.press('ArrowDown')
  const name = await page.locator('.command-palette [aria-selected=true] .title').innerText()
  await page.keyboard.press('Enter')
  await isGone()
  const title = page.locator('[data-title]')
  await eventually(async () => expect(`Go to ${await title.inputValue()}`).toBe(name))
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row'))
  await eventually(async () => expect(await focused()).toBe(await title.getAttribute('data-title')))
})

describe('the canvas’s commands', () => {
  const refused = (name: RegExp, why: string) =>
    page.locator('.command-palette').getByRole('option', { name, disabled: true }).getByText(why).waitFor()
  const block = (id: string) => page.locator(`[data-block="${id}"]`)
  const choose = async (words: string) => {
    await find(words)
    await page.keyboard.press('Enter')
    await isGone()
  }

  test('say elsewhere where they work', async () => {
    await find('tidy')
    await refused(/^Tidy up/, 'Works on the canvas: show it first')
    await page.keyboard.press('Escape')
    await isGone()
  })

  test('tidy up, select all, copy and paste, by name', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('[data-row="welcome"]').click()
    await page.getByRole('radio', { name: 'Canvas' }).check({ force: true })
    await block('welcome').focus()
    await find('copy the')
    await page.keyboard.press('Enter')
    await isGone()
    await announced('1 block copied')
    await choose('paste blocks')
    await block('welcome-2').waitFor()
    await page.keyboard.press('Control+z')
    await eventually(async () => expect(await block('welcome-2').count()).toBe(0))
    await choose('select all')
    await page.getByText(/\d+ blocks selected/).waitFor()
    await choose('tidy')
    await announced('Done: Tidy up')
    await page.keyboard.press('Control+z')
    await announced('Undone: Tidy up')
  })

  test('duplicate and “Connect to…” act on the selected block, in every view', async () => {
    await page.getByRole('radio', { name: 'Outline' }).check({ force: true })
    await page.locator('[data-row="sample-pack"]').click()
    await choose('duplicate')
    await page.locator('[data-row="sample-pack-2"]').waitFor()
    await page.keyboard.press('Control+z')
    await eventually(async () => expect(await page.locator('[data-row="sample-pack-2"]').count()).toBe(0))
    await page.locator('[data-row="welcome"]').click()
    await choose('connect to')
    const dialog = page.getByRole('dialog', { name: 'Connect to…' })
    await dialog.getByLabel('Type to filter').fill('sample')
    await page.keyboard.press('Enter')
    await page.locator('[data-row="welcome"]').getByText('Sample pack').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('[data-row="welcome"]').getByText('Recommend products').waitFor()
  })
})

test('the list of keys tells all; single letters are switched off there, and stay so on this device', async () => {
  await page.keyboard.press('Control+/')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.getByText('Lift, drop').waitFor()
  await list.getByRole('switch').press('Space')
  await list.getByText('Off', { exact: true }).first().waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await eventually(async () => {
    await page.locator('[data-row="welcome"]').focus()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('welcome')
  })
  await page.keyboard.press('e')
  await page.keyboard.press('Alt+ArrowUp') // answered by a word, so the letter before it had its time
  await announced('Welcome stays: nothing to pass here')
  expect(await welcomeIsOn()).toBe(true)
  expect(await page.evaluate(() => localStorage.getItem('shopbell.keys'))).toBe('off')
  await page.getByRole('radio', { name: 'Form' }).check({ force: true })
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Move MOQ?', exact: true }).press('e')
  expect(await page.getByRole('switch', { name: 'MOQ? is on' }).getAttribute('aria-checked')).toBe('true')
})

test('where nothing is found it says so', async () => {
  await find('qqq')
  await page.getByText('No command has “qqq” in its name.').waitFor()
  await page.keyboard.press('Escape')
  await isGone()
})

test.for(
  (['en', 'zh-CN'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => [locale, theme] as const),
  ),
)('axe finds nothing in %s, %s', async ([locale, theme]) => {
  const other = await stage.open({ locale, theme })
  for (const [key, shown] of [
    ['Control+k', '.command-palette'],
    ['Control+/', '.dialog'],
  ] as const) {
    await other.keyboard.press(key)
    await other.locator(shown).waitFor()
    await atRest(other)
    const { violations } = await new AxeBuilder({ page: other }).include(shown).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await other.keyboard.press('Escape')
    await eventually(async () => expect(await other.locator(shown).count()).toBe(0))
  }
  await other.context().close()
})

test('320 pixels wide it fits', async () => {
  const narrow = await stage.open({ width: 320, height: 640, touch: true })
  await narrow.getByRole('button', { name: 'More', exact: true }).click()
  await narrow.getByRole('menuitem', { name: 'Commands' }).click()
  await narrow.locator('.command-palette').waitFor()
  await eventually(async () => expect(await options(narrow).count()).toBeGreaterThan(30))
  await atRest(narrow)
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const low = await options(narrow).evaluateAll(
    (all) => all.filter((one) => one.getBoundingClientRect().height < 24).length,
  )
  expect(low).toBe(0)
  await narrow.context().close()
})

test('the browser had nothing to complain about', () => {
  expect(stage.complaints).toEqual([])
})
