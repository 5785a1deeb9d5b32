import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atRest } from './at-rest.ts'
import { openEditorStage, type EditorStage } from './editor-stage/editor-stage.ts'

let stage: EditorStage

beforeAll(async () => {
  stage = await openEditorStage()
})
afterAll(() => stage.close())

const LOOKS = (['canvas', 'form', 'outline'] as const).flatMap((view) =>
  (['en', 'zh-CN'] as const).flatMap((locale) =>
    (['light', 'dark'] as const).map((theme) => [view, locale, theme] as const),
  ),
)

test.for(LOOKS)('%s in %s, %s: axe finds nothing', async ([view, locale, theme]) => {
  const page = await stage.open({ view, locale, theme })
  if (view === 'canvas') await page.locator('[data-block] header').first().click()
  if (view === 'outline') await page.locator('[data-row="faq"]').click()
  if (view === 'form') {
    await page
      .getByRole('button', { name: /Common questions|常见问题/ })
      .first()
      .click()
    await page.locator('[data-item] button.closed').first().click()
    await page.locator('[data-open] textarea').first().waitFor()
  }
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.context().close()
})

test('320 pixels wide nothing scrolls sideways, and every target is large enough to touch', async () => {
  const page = await stage.open({ width: 320, height: 720 })
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await page.locator('[data-item]').first().waitFor()
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(width).toBeLessThanOrEqual(320)
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.editor button, .editor [role=switch]')]
        .map((element) => ({
          box: element.getBoundingClientRect(),
          name: element.getAttribute('aria-label') ?? element.textContent,
        }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ name }) => name),
    )
  await expect.poll(small).toEqual([])
  await page.context().close()
})

test('forced colours: borders stay, and what is on is told apart', async () => {
  const page = await stage.open()
  await page.emulateMedia({ forcedColors: 'active' })
  await page
    .getByRole('button', { name: /Common questions/ })
    .first()
    .click()
  await page.locator('[data-item]').first().waitFor()
  await atRest(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.context().close()
})
