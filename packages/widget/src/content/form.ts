import { type FormField, plainText } from '@shopbell/protocol'
import { element } from '../dom/element.ts'
import type { Item } from '../transcript/item.ts'
import { fieldInput } from './field-input.ts'
import { fieldChoice, fieldChoices } from './form-options.ts'
import { markedUp } from './marked-up.ts'
import type { PanelContext } from './panel-context.ts'

type Form = Extract<Item, { type: 'form' }>

/** One smart question as one card (SQ-06). Answered, it becomes an ordinary message. */
export function form(item: Form, context: PanelContext): HTMLElement {
  return element(
    'div',
    { class: 'card form', role: 'group', 'aria-label': plainText(item.text) },
    element('div', { class: 'question' }, ...markedUp(item.text)),
    ...body(item, item.field, context),
  )
}

function body(item: Form, field: FormField, context: PanelContext): readonly HTMLElement[] {
  switch (field.type) {
    case 'choice':
      return [fieldChoice(item.seq, field, context)]
    case 'choices':
      return [fieldChoices(item.seq, field, context)]
    case 'number':
    case 'text':
    case 'date':
      return [fieldInput(item.seq, field, context)]
    default: // files, and what a newer server asks for: the words below reach a person in any case
      return [element('p', { class: 'hint' }, context.speech.words.answerBelow)]
  }
}
