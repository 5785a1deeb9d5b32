import { element } from '../dom/element.ts'
import type { Item } from '../transcript/item.ts'
import { answer } from './answer.ts'
import { bubble } from './bubble.ts'
import { file, order, products } from './cards.ts'
import { choices } from './choices.ts'
import { form } from './form.ts'
import { day, receipt, refused, speaker, typing } from './marks.ts'
import type { PanelContext } from './panel-context.ts'

/** Builds the element of one item of the log. */
export function renderItem(item: Item, context: PanelContext): HTMLElement {
  switch (item.type) {
    case 'day':
      return day(item, context)
    case 'speaker':
      return speaker(item, context)
    case 'bubble':
      return bubble(item.side, item.text, item.waits)
    case 'answer':
      return answer(item, context)
    case 'choices':
      return choices(item, context)
    case 'form':
      return form(item, context)
    case 'products':
      return products(item, context)
    case 'order':
      return order(item, context)
    case 'file':
      return file(item)
    case 'note':
      return element('div', { class: 'note' }, item.text)
    case 'unknown':
      return element('div', { class: 'note' }, context.speech.words.unknown)
    case 'receipt':
      return receipt(item, context)
    case 'refused':
      return refused(item, context)
    case 'typing':
      return typing(context)
  }
}
