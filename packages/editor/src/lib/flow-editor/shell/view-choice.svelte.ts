import { MediaQuery } from 'svelte/reactivity'
import { recall, remember } from '#lib/ui/device-memory.ts'

export const VIEWS = ['canvas', 'outline', 'form'] as const
export type View = (typeof VIEWS)[number]

const STORED_AS = 'shopbell.flowView'
/** Below this the form is the only view. */
const TINY = 'max-width: 639px'
/** From here on the canvas is what one begins with; below it is there to look at and select. */
const WIDE = 'min-width: 960px'

/** Which view is shown: what was chosen last on this device, else the canvas where it has room. */
export interface ViewChoice {
  readonly view: View
  /** The form is the only view of a very narrow page. */
  readonly formOnly: boolean
  choose(view: View): void
}

export function chooseView(): ViewChoice {
  const tiny = new MediaQuery(TINY)
  const wide = new MediaQuery(WIDE)
  let chosen = $state<View | null>(VIEWS.find((view) => view === recall(STORED_AS)) ?? null)
  return {
    get view() {
      if (tiny.current) return 'form'
      return chosen ?? (wide.current ? 'canvas' : 'form')
    },
    get formOnly() {
      return tiny.current
    },
    choose(view) {
      chosen = view
      remember(STORED_AS, view)
    },
  }
}
