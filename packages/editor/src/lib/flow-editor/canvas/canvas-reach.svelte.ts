import { createContext } from 'svelte'
import type { Acts } from './acts.ts'
import type { Canvas } from './canvas.svelte.ts'

/** A canvas that is shown, for commands from outside of it. */
export interface ShownCanvas {
  readonly canvas: Canvas
  readonly acts: Acts
  search(): void
}

/** The desk's canvas; null while another view is shown. The canvas itself says so. */
export interface CanvasReach {
  shown: ShownCanvas | null
}

const [useCanvasReach, setCanvasReach] = createContext<CanvasReach>()
export { useCanvasReach }

export function provideCanvasReach(): CanvasReach {
  let shown = $state.raw<ShownCanvas | null>(null)
  return setCanvasReach({
    get shown() {
      return shown
    },
    set shown(next) {
      shown = next
    },
  })
}
