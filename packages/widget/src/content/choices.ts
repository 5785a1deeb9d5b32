import { plainText } from '@shopbell/protocol'
import { button, element } from '../dom/element.ts'
import type { Item } from '../transcript/item.ts'
import { bubble } from './bubble.ts'
import type { PanelContext } from './panel-context.ts'
import { personButton } from './person-button.ts'

type Choices = Extract<Item, { type: 'choices' }>

/** A list of questions as chips. The newest can be tapped and ends with the way to a person; older ones are only read. */
export function choices(item: Choices, context: PanelContext): HTMLElement {
  const { send } = context
  const { words } = context.speech
  const { seq, text, options, open, asked, offersPerson } = item
  const label = plainText(text) || words.common
  const chips = options.map(({ id, label }) =>
    open
      ? button(
          { class: asked.includes(id) ? 'chip asked' : 'chip', 'data-id': id },
          () => send({ kind: 'choice', message: seq, option: id }, label),
          label,
        )
      : element('span', { class: 'chip over' }, label),
  )
  return element(
    'div',
    { class: 'part' },
    ...(text === '' ? [] : [bubble('theirs', text)]),
    element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': label },
      ...chips,
      ...(offersPerson ? [personButton('chip person', context)] : []),
    ),
  )
}
