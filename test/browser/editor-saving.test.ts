import { canonicalFlow } from '@shopbell/engine'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openEditorStage, openQuestion, type EditorStage } from './editor-stage/editor-stage.ts'

let stage: EditorStage

beforeEach(async () => {
  stage = await openEditorStage()
})
afterEach(() => stage.close())

const MOQ_ANSWER = 'faq.moq.answer'
const stored = (key = MOQ_ANSWER): string | undefined => stage.server.document().texts['en']?.[key]
const answerOf = (page: Page) => page.locator(`[data-at="/texts/en/${MOQ_ANSWER}"]`)
const saveState = (page: Page) => page.locator('[data-save]').getAttribute('data-save')
const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 50 })

test('a tab that is killed 300 ms after a keystroke has lost nothing, even with the server away; undo is there too', async () => {
  const page = await stage.open()
  await openQuestion(page, 'MOQ')
  stage.server.goAway()
  await answerOf(page).fill('Three hundred pieces.')
  await page.waitForTimeout(300)
  const devtools = await page.context().newCDPSession(page)
  void devtools.send('Page.crash').catch(() => {}) // the tab dies without a word
  await page.waitForEvent('crash')
  stage.server.comeBack()

  const again = await stage.open({ context: page.context() })
  await openQuestion(again, 'MOQ')
  expect(await answerOf(again).inputValue()).toBe('Three hundred pieces.')
  await eventually(() => expect(stored()).toBe('Three hundred pieces.'))
  await again.getByRole('button', { name: 'Undo' }).click()
  await eventually(() =>
    expect(stored()).toBe('500 pieces per colour. Your first order may mix two colours.'),
  )
})

test('a save answer that takes five seconds replaces nothing that was typed meanwhile', async () => {
  const page = await stage.open()
  await openQuestion(page, 'MOQ')
  stage.server.delaySaves(5_000)
  await answerOf(page).fill('One')
  await eventually(() => expect(stored()).toBe('One'))
  await answerOf(page).fill('One and more')
  await page.waitForTimeout(5_500)
  expect(await answerOf(page).inputValue()).toBe('One and more')
  stage.server.delaySaves(0)
  await eventually(() => expect(stored()).toBe('One and more'))
  await eventually(async () => expect(await saveState(page)).toBe('saved'))
  expect(await answerOf(page).inputValue()).toBe('One and more')
})

test('thirty seconds without a server: it says so, keeps all, and sends it once', async () => {
  const page = await stage.open()
  await openQuestion(page, 'MOQ')
  stage.server.goAway()
  const until = Date.now() + 30_000
  for (let n = 1; Date.now() < until; n++) {
    await answerOf(page).fill(`Answer ${n}`)
    await page.waitForTimeout(1_000)
  }
  expect(await page.getByText('Offline, kept on this device').isVisible()).toBe(true)
  const last = await answerOf(page).inputValue()
  stage.server.comeBack()
  await vi.waitFor(() => expect(stored()).toBe(last), { timeout: 60_000 })
  expect(new Set(stage.server.log.map(({ id }) => id)).size).toBe(stage.server.log.length)
})

test('undo and redo survive a reload', async () => {
  const page = await stage.open()
  await openQuestion(page, 'MOQ')
  await answerOf(page).fill('Changed')
  await page.getByRole('switch', { name: 'Lead time? is on' }).click()
  await eventually(async () => expect(await saveState(page)).toBe('saved'))
  await page.waitForTimeout(300)
  await page.reload()
  await page.locator('.editor').waitFor()
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await undo.click()
  await eventually(() => expect(canonicalFlow(stage.server.document())).toBe(canonicalFlow(stage.start)))
  await page.getByRole('button', { name: 'Redo' }).click()
  await eventually(() => expect(stored()).toBe('Changed'))
})

describe('two editors', () => {
  test(
    'five edits a second for sixty seconds, in two browsers: no loss, both converge',
    { timeout: 180_000 },
    async () => {
      const [one, two] = [await stage.open({ name: 'Sales 1' }), await stage.open({ name: 'Sales 2' })]
      const until = Date.now() + 60_000
      const write = async (page: Page, key: string): Promise<string> => {
        let text = ''
        for (let n = 1; Date.now() < until; n++) {
          text = `${key} ${n}`
          await setText(page, key, text)
          await page.waitForTimeout(200)
        }
        return text
      }
      const both = async (page: Page, name: string): Promise<void> => {
        for (let n = 1; Date.now() < until; n++) {
          await setText(page, 'faq', `${name} ${n}`)
          await page.waitForTimeout(5_000)
        }
      }
      const [mine, theirs] = await Promise.all([
        write(one, 'welcome'),
        write(two, 'picks'),
        both(one, 'Sales 1'),
        both(two, 'Sales 2'),
      ])
      const documents = async () => Promise.all([one, two].map((page) => documentOf(page)))
      await vi.waitFor(
        async () => {
          const server = canonicalFlow(stage.server.document())
          expect((await documents()).map((document) => canonicalFlow(document))).toEqual([server, server])
          expect(server).toContain(mine)
          expect(server).toContain(theirs)
        },
        { timeout: 30_000, interval: 250 },
      )
      expect(stage.complaints).toEqual([])
    },
  )

  test('the same field shows both values, and choosing is an ordinary command', async () => {
    const [one, two] = [await stage.open({ name: 'Sales 1' }), await stage.open({ name: 'Sales 2' })]
    stage.server.delaySaves(1_500)
    await Promise.all([setText(one, 'picks', 'From one'), setText(two, 'picks', 'From two')])
    stage.server.delaySaves(0)
    for (const page of [one, two]) await page.getByRole('button', { name: 'Not saved: show' }).waitFor()
    await one.getByRole('button', { name: 'Not saved: show' }).click()
    const dialog = one.getByRole('dialog')
    expect(await dialog.getByText('From one').isVisible()).toBe(true)
    expect(await dialog.getByText('From two').isVisible()).toBe(true)
    await dialog.getByRole('button', { name: 'Take this one' }).click()
    await eventually(() => expect(stored('picks')).toBe('From two'))
    expect((await documentOf(one)).texts['en']?.['picks']).toBe('From two')
  })

  test('each sees the other, and the block the other is in', async () => {
    const [one, two] = [await stage.open({ name: 'Sales 1' }), await stage.open({ name: 'Sales 2' })]
    await two
      .getByRole('button', { name: /Common questions/ })
      .first()
      .click()
    await one.getByText('Sales 2, at Common questions').waitFor({ state: 'attached' })
  })
})

/** Writes through the page's command bus, as a field does. */
async function setText(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(
    ([textKey = '', text]) => {
      const { editor } = document.querySelector('.editor') as unknown as {
        editor: { execute: (make: () => unknown) => boolean }
      }
      const operations = [{ op: 'put', at: ['texts', 'en', textKey], value: text }]
      editor.execute(() => ({ name: { key: 'setText' }, touches: [], merges: textKey, operations }))
    },
    [key, value],
  )
}

async function documentOf(page: Page): Promise<EditorStage['start']> {
  return page.evaluate(
    () =>
      (document.querySelector('.editor') as unknown as { editor: { document: EditorStage['start'] } }).editor
        .document,
  )
}
