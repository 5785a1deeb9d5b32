import { button, element } from '../dom/element.ts'
import type { Item } from '../transcript/item.ts'
import { bubble } from './bubble.ts'
import type { PanelContext } from './panel-context.ts'
import { personButton } from './person-button.ts'

/** An automatic answer and what the buyer says of it; one that did not help offers a person (FAQ-17). */
export function answer(
  { seq, text, solved, offersPerson }: Extract<Item, { type: 'answer' }>,
  context: PanelContext,
): HTMLElement {
  const { judge } = context
  const { words } = context.speech
  if (!judge) return bubble('theirs', text)
  const choice = (isSolved: boolean) =>
    button(
      { 'aria-pressed': String(solved === isSolved), 'data-id': `judge:${seq}:${isSolved}` },
      () => judge(seq, isSolved),
      isSolved ? words.solved : words.unsolved,
    )
  return element(
    'div',
    { class: 'part' },
    bubble('theirs', text),
    element(
      'div',
      { class: 'judge', role: 'group', 'aria-label': words.didItHelp },
      choice(true),
      choice(false),
      ...(solved === false && offersPerson ? [personButton('', context)] : []),
    ),
  )
}
