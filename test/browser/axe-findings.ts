import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { atRest } from './at-rest.ts'

/** What axe finds wrong on a page that stands still, each with its place; all of the page is looked at unless `axe` says otherwise. */
export async function axeFindings(page: Page, axe = new AxeBuilder({ page })): Promise<readonly string[]> {
  await atRest(page)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** The same in the dark theme, then in the light one, which stays. */
export async function findingsInBothThemes(page: Page, axe?: AxeBuilder): Promise<readonly string[]> {
  const found: string[] = []
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name
      document.documentElement.style.colorScheme = name
    }, theme)
    found.push(...(await axeFindings(page, axe)).map((finding) => `${theme} ${finding}`))
  }
  return found
}
