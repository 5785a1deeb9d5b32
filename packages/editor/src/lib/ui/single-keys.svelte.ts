import { recall, remember } from './device-memory.ts'

const STORED_AS = 'shopbell.keys'

let on = $state(recall(STORED_AS) !== 'off')

/** Whether single letters (J, K, R in the inbox; E, L in the flow) are commands; who types by voice switches them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return on
}

export function switchSingleKeys(next: boolean): void {
  on = next
  remember(STORED_AS, next ? 'on' : 'off')
}

/** The letter of a key press that is a command: no modifier, not while text is typed, not in an open dialog. */
export function commandKey(event: KeyboardEvent): string | null {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]')
  )
    return null
  return event.key.length === 1 ? event.key.toLowerCase() : null
}
