/**
 * Moves the keyboard to a place of the document: the field itself, else the nearest thing around it that is shown. Places are
 * JSON Pointers in `data-at`.
 */
export function focusPlace(root: ParentNode, at: string): boolean {
  for (let place = at; place !== ''; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = root.querySelector<HTMLElement>(`[data-at="${CSS.escape(place)}"]`)
    if (!found) continue
    found.focus()
    found.scrollIntoView({ block: 'nearest' })
    return true
  }
  return false
}

const PULSE_MS = 220

/** Shows once where undo and redo changed something: scrolls there and outlines it. */
export function pulse(root: ParentNode, touches: readonly string[]): void {
  const found = touches
    .toReversed()
    .map((touch) =>
      root.querySelector<HTMLElement>(
        `[data-touch="${CSS.escape(touch)}"], [data-at$="/${CSS.escape(touch)}"]`,
      ),
    )
    .find((element) => element !== null)
  if (!found) return
  found.scrollIntoView({ block: 'nearest' })
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  found.animate([{ outline: '2px solid var(--focus)' }, { outline: '2px solid transparent' }], PULSE_MS)
}
