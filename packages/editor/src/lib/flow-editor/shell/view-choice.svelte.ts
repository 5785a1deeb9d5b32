import { recall, remember } from '#lib/ui/device-memory.ts'

export const VIEWS = ['canvas', 'outline', 'form'] as const
export type View = (typeof VIEWS)[number]

const STORED_AS = 'shopbell.flowView'
/** Below this the form is the view to begin with; below the smaller one it is the only one. */
const WIDE = '(min-width: 960px)'
const TINY = '(max-width: 639px)'

/** Which of the three views is shown: what was chosen last on this device, else what fits the width (ux.md §8). */
export interface ViewChoice {
  readonly view: View
  /** The form is the only view of a very narrow page. */
  readonly formOnly: boolean
  readonly wide: boolean
  choose(view: View): void
}

export function chooseView(): ViewChoice {
  const wide = matchMedia(WIDE)
  const tiny = matchMedia(TINY)
  let isWide = $state(wide.matches)
  let isTiny = $state(tiny.matches)
  let chosen = $state<View | null>(VIEWS.find((view) => view === recall(STORED_AS)) ?? null)
  $effect(() => {
    const look = (): void => {
      isWide = wide.matches
      isTiny = tiny.matches
    }
    wide.addEventListener('change', look)
    tiny.addEventListener('change', look)
    return () => {
      wide.removeEventListener('change', look)
      tiny.removeEventListener('change', look)
    }
  })
  return {
    get view() {
      return isTiny ? 'form' : (chosen ?? (isWide ? 'canvas' : 'form'))
    },
    get formOnly() {
      return isTiny
    },
    get wide() {
      return isWide
    },
    choose(view) {
      chosen = view
      remember(STORED_AS, view)
    },
  }
}
