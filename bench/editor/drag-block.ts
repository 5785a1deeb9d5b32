import type { Page } from 'playwright-core'

/** Frames of one drag. */
export interface DragPace {
  readonly framesPerSecond: number
  readonly longestFrameMs: number
}

const FRAMES = 90

/**
 * Drags what `selector` finds in circles, one mouse move per frame, inside the page: so that what is measured is the page and not the
 * wire that moves the mouse.
 */
export async function dragBlock(page: Page, selector: string): Promise<DragPace> {
  return page.evaluate(
    async ([wanted, frames]) => {
      const node = document.querySelector(wanted)
      if (!node) throw new Error(`There is no ${wanted}.`)
      const { left, top } = node.getBoundingClientRect()
      const fire = (target: EventTarget, type: string, x: number, y: number): boolean =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            view: window,
            clientX: x,
            clientY: y,
            button: 0,
          }),
        )
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done))
      const [x, y] = [left + 20, top + 8]
      fire(node, 'mousedown', x, y)
      const times: number[] = []
      for (let n = 0; n < frames; n++) {
        times.push(await frame())
        fire(window, 'mousemove', x + 80 * Math.sin(n / 8), y + 60 - 60 * Math.cos(n / 8))
      }
      fire(window, 'mouseup', x, y)
      await frame()
      const gaps = times.slice(2).map((time, index) => time - (times[index + 1] ?? time))
      const spent = gaps.reduce((sum, gap) => sum + gap, 0)
      return { framesPerSecond: (gaps.length * 1000) / spent, longestFrameMs: Math.max(...gaps) }
    },
    [selector, FRAMES] as const,
  )
}
