import { gapsOf } from '@shopbell/engine'

/**
 * Goes to the first gap of the row that is open and selects it, so that what is typed takes its place. Leaves the focus where it is
 * inside a text without one; without any gap it goes to the row's answer.
 */
export function selectGap(root: ParentNode): void {
  const fields = [...root.querySelectorAll<HTMLTextAreaElement>('[data-open] textarea')]
  const focused = document.activeElement
  const own = focused instanceof HTMLTextAreaElement ? focused : undefined
  const field = [...(own ? [own] : []), ...fields].find(({ value }) => gapsOf(value).length > 0)
  const [gap] = field ? gapsOf(field.value) : []
  if (field && gap) {
    field.focus()
    field.setSelectionRange(gap.at, gap.end)
  } else if (!own) fields.at(-1)?.focus()
}
