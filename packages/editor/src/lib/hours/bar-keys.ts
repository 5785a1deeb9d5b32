/** What a key does to a bar of the week. */
export type BarKey = 'earlier' | 'later' | 'shorter' | 'longer' | 'remove'

/** Arrows move by half an hour, with Shift they move the end; Delete removes. Null: the key means something else. */
export function barKeyOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): BarKey | null {
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'ArrowLeft') return shiftKey ? 'shorter' : 'earlier'
  if (key === 'ArrowRight') return shiftKey ? 'longer' : 'later'
  return key === 'Delete' || key === 'Backspace' ? 'remove' : null
}
