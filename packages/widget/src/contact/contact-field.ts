import { formError } from '../content/form-error.ts'
import { element } from '../dom/element.ts'

interface FieldLook {
  readonly type: 'text' | 'email' | 'tel' | 'checkbox'
  readonly label: string
  readonly autocomplete?: string
  readonly maxlength?: number
  readonly hint?: string
}

/** One labelled field with the place where it says what is wrong. A box stands before its label, the others below theirs. */
export function contactField({ type, label, hint = '', autocomplete = 'off', maxlength = 0 }: FieldLook) {
  const input = element('input', {
    type,
    autocomplete,
    ...(type === 'checkbox' ? {} : { class: 'input', maxlength: String(maxlength) }),
  })
  const error = formError(input)
  input.addEventListener('input', error.clear)
  const caption = element('span', {}, label, ...(hint === '' ? [] : [element('small', {}, ` (${hint})`)]))
  const parts = type === 'checkbox' ? [input, caption] : [caption, input]
  return {
    node: element(
      'div',
      {},
      element('label', { class: type === 'checkbox' ? 'agree' : 'entry' }, ...parts),
      error.node,
    ),
    input,
    fail: error.show,
  }
}
