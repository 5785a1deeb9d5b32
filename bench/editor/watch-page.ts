import type { Page } from 'playwright-core'

/** What a page noticed about itself. Times are milliseconds. */
export interface PageNotes {
  /** From the start of the navigation until the first block was painted. */
  readonly firstBlockMs: number
  /** From each key press until what it changed was painted; shorter ones than the browser tells count as `SHORTEST_TOLD_MS`. */
  readonly keyToPaintMs: readonly number[]
  readonly longestTaskMs: number
}

/** The Event Timing API tells of nothing shorter. */
const SHORTEST_TOLD_MS = 16

interface NotingWindow extends Window {
  benchNotes?: { first: number; keys: number[]; pressed: number; longest: number; flush: () => void }
}

/** Makes every document of the page take notes from its first moment on. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes = { first: 0, keys: [] as number[], pressed: 0, longest: 0, flush: () => {} }
    const host: NotingWindow = window
    host.benchNotes = notes
    const looking = new MutationObserver(() => {
      if (!document.querySelector('[data-block], .svelte-flow__node')) return
      looking.disconnect()
      requestAnimationFrame(() => setTimeout(() => (notes.first = performance.now())))
    })
    looking.observe(document, { childList: true, subtree: true })
    addEventListener('keydown', () => (notes.pressed += 1), { capture: true })
    const keys = new PerformanceObserver((list) => takeKeys(list.getEntries()))
    const takeKeys = (entries: readonly PerformanceEntry[]): void => {
      for (const entry of entries) if (entry.name === 'keydown') notes.keys.push(entry.duration)
    }
    keys.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    const tasks = new PerformanceObserver((list) => takeTasks(list.getEntries()))
    const takeTasks = (entries: readonly PerformanceEntry[]): void => {
      for (const { duration } of entries) notes.longest = Math.max(notes.longest, duration)
    }
    tasks.observe({ type: 'longtask' })
    notes.flush = () => {
      takeKeys(keys.takeRecords())
      takeTasks(tasks.takeRecords())
    }
  })
}

/** Reads the notes and begins new ones for keys and tasks. */
export async function takeNotes(page: Page): Promise<PageNotes> {
  const { first, keys, pressed, longest } = await page.evaluate(async () => {
    const { benchNotes: notes }: NotingWindow = window
    if (!notes) throw new Error('The page takes no notes.')
    // An entry is told after the frame it speaks of.
    await new Promise((done) => setTimeout(done, 300))
    notes.flush()
    const taken = { first: notes.first, keys: notes.keys, pressed: notes.pressed, longest: notes.longest }
    Object.assign(notes, { keys: [], pressed: 0, longest: 0 })
    return taken
  })
  const untold = Math.max(0, pressed - keys.length)
  return {
    firstBlockMs: first,
    keyToPaintMs: [...keys, ...Array.from({ length: untold }, () => SHORTEST_TOLD_MS)],
    longestTaskMs: longest,
  }
}

/** What the page's own scripts keep, after a garbage collection. */
export async function heapMB(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize / 1_024 / 1_024
}
