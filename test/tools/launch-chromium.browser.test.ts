import { expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'

test('it renders a page, and its script runs', async () => {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.setContent('<p>叮咚</p><script>document.querySelector("p").textContent += "!"</script>')
    expect(await page.locator('p').innerText()).toBe('叮咚!')
    expect((await page.locator('p').boundingBox())?.width).toBeGreaterThan(0)
  } finally {
    await browser.close()
  }
})
