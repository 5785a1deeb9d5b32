import type { Page } from 'playwright-core'

/** Keeps the toast with these words for as long as the pointer stays on it: by itself it goes after some seconds. */
export async function holdToast(page: Page, words: string): Promise<void> {
  await page.locator('.toast', { hasText: words }).hover()
}
