import { button } from '../dom/element.ts'
import type { PanelContext } from './panel-context.ts'

/** The way to a person. */
export function personButton(look: string, { speech: { words }, send }: PanelContext): HTMLButtonElement {
  const { talkToPerson } = words
  return button(
    { class: look, 'data-id': 'person' },
    () => send({ kind: 'menu', item: 'person' }, talkToPerson),
    talkToPerson,
  )
}
