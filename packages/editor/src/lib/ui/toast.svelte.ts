/** Long enough to read a line and reach for the button; it waits while the pointer or the focus is on it. */
const SHOWN_FOR_MS = 8_000

export interface Toast {
  readonly text: string
  /** Takes back what the toast tells of. */
  readonly undo?: () => void
  /** Ctrl+Z is not meant: it reaches buyers, or the page has an undo of its own. */
  readonly byButtonOnly?: boolean
  /** Where the line itself says how long it stays. */
  readonly shownForMs?: number
}

let current = $state.raw<Toast | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

export function toast(): Toast | null {
  return current
}

/** Shows one line about what was done, with its undo; a newer one takes the place of an older one. */
export function showToast(next: Toast): void {
  current = next
  releaseToast()
}

export function dismissToast(): void {
  clearTimeout(timer)
  current = null
}

/** Nothing disappears under the pointer or the focus. */
export function holdToast(): void {
  clearTimeout(timer)
}

export function releaseToast(): void {
  clearTimeout(timer)
  timer = setTimeout(dismissToast, current?.shownForMs ?? SHOWN_FOR_MS)
}
