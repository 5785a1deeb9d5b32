import type { Page } from 'playwright-core'

/** How the elements begin that stand beyond the right edge of the screen; what scrolls in a frame of its own may, and what is not seen. */
export const widerThanScreen = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('.sr, .skip, .frame, pre, #svelte-announcer, thead, svg'))
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
