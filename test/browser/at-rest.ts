import type { Locator, Page } from 'playwright-core'

/** Resolves when nothing of the page moves or changes its colour any more: before that, colours and boxes are half-way ones. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where it stands on the page when it stands still. */
export async function boxOf(locator: Locator): Promise<Box> {
  const element = await locator.elementHandle()
  await element?.waitForElementState('stable')
  const box = await element?.boundingBox()
  if (!box) throw new Error(`${String(locator)} is not shown.`)
  return box
}
