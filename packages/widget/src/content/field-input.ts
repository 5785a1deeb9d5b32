import { type FormField, plainText } from '@shopbell/protocol'
import { button, element } from '../dom/element.ts'
import { fill, type Words } from '../i18n/words.ts'
import { sendableText } from './sendable-text.ts'
import { formError } from './form-error.ts'
import type { PanelContext } from './panel-context.ts'

/** A number with its unit, a text or a date, and a button that answers. Enter answers too. */
export function fieldInput(seq: number, field: FormField, { speech, send }: PanelContext): HTMLElement {
  const { words } = speech
  const unit = plainText(field.unit ?? '')
  const input = element('input', {
    type: field.type,
    class: 'input',
    'aria-label': unit === '' ? words.answer : `${words.answer}, ${unit}`,
    autocomplete: 'off',
    'data-id': 'answer',
    ...(field.type === 'number' ? { step: 'any', inputmode: 'decimal' } : {}),
  })
  const error = formError(input)
  const answer = (): void => {
    const problem = problemOf(input, field, words)
    if (problem !== null) return error.show(problem)
    if (field.type === 'number') {
      const value = input.valueAsNumber
      send({ kind: 'answer', message: seq, value }, [value, unit].filter((part) => part !== '').join(' '))
    } else {
      const value = sendableText(input.value)
      send({ kind: 'answer', message: seq, value }, value)
    }
  }
  input.addEventListener('input', error.clear)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) answer()
  })
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'field' },
      input,
      ...(unit === '' ? [] : [element('span', { class: 'unit' }, unit)]),
      button({ class: 'confirm', 'data-id': 'confirm' }, answer, words.confirm),
    ),
    error.node,
  )
}

/** What is wrong with the input as it stands, and what to do; null when it can be sent. The server checks again. */
function problemOf(input: HTMLInputElement, { type, min, max }: FormField, words: Words): string | null {
  if (type === 'number') {
    const value = input.valueAsNumber
    if (!Number.isFinite(value)) return words.numberNeeded
    if (min !== undefined && value < min) return fill(words.atLeast, { n: min })
    if (max !== undefined && value > max) return fill(words.atMost, { n: max })
    return null
  }
  if (sendableText(input.value) !== '') return null
  return type === 'date' ? words.dateNeeded : words.answerNeeded
}
