import { recall, remember } from '#lib/ui/device-memory.ts'

export const VIEWS = ['form', 'outline'] as const
export type View = (typeof VIEWS)[number]

const STORED_AS = 'shopbell.flowView'
/** Below this the form is the only view. */
const TINY = '(max-width: 639px)'

/** Which view is shown: what was chosen last on this device, else the form. */
export interface ViewChoice {
  readonly view: View
  /** The form is the only view of a very narrow page. */
  readonly formOnly: boolean
  choose(view: View): void
}

export function chooseView(): ViewChoice {
  const tiny = matchMedia(TINY)
  let isTiny = $state(tiny.matches)
  let chosen = $state<View | null>(VIEWS.find((view) => view === recall(STORED_AS)) ?? null)
  $effect(() => {
    const look = (): void => void (isTiny = tiny.matches)
    tiny.addEventListener('change', look)
    return () => tiny.removeEventListener('change', look)
  })
  return {
    get view() {
      return isTiny ? 'form' : (chosen ?? 'form')
    },
    get formOnly() {
      return isTiny
    },
    choose(view) {
      chosen = view
      remember(STORED_AS, view)
    },
  }
}
