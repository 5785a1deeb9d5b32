import { element } from '../dom/element.ts'
import type { Side } from '../transcript/item.ts'
import { markedUp } from './marked-up.ts'

/** A message's text. */
export function bubble(side: Side, text: string, waits = false): HTMLElement {
  // What the buyer typed is shown as typed; stars and dashes of a size list are no markup.
  const body = side === 'own' ? [text] : markedUp(text)
  return element('div', { class: `bubble ${side}${waits ? ' waits' : ''}` }, ...body)
}
