import type { FormField } from '@shopbell/protocol'
import { button, element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import { formError } from './form-error.ts'
import type { PanelContext } from './panel-context.ts'

/** A long label gets the whole width of the card. */
const LONG = 14

/** Big buttons; a tap answers. */
export function fieldChoice(seq: number, { options = [] }: FormField, { send }: PanelContext): HTMLElement {
  const buttons = options.map(({ id, label }) =>
    button(
      { class: 'option', 'data-id': id },
      () => send({ kind: 'choice', message: seq, option: id }, label),
      label,
    ),
  )
  return element('div', { class: gridClass(options) }, ...buttons)
}

/** Several may be on; the confirm button answers. */
export function fieldChoices(seq: number, { options = [] }: FormField, context: PanelContext): HTMLElement {
  const { speech, send } = context
  const chosen = new Set<string>()
  const error = formError()
  const buttons = options.map(({ id, label }) => {
    const option = button(
      { class: 'option', 'aria-pressed': 'false', 'data-id': id },
      toggle,
      icon('check'),
      label,
    )
    function toggle(): void {
      if (!chosen.delete(id)) chosen.add(id)
      option.setAttribute('aria-pressed', String(chosen.has(id)))
      error.clear()
    }
    return option
  })
  const confirm = button({ class: 'confirm', 'data-id': 'confirm' }, answer, speech.words.confirm)
  function answer(): void {
    const picked = options.filter(({ id }) => chosen.has(id))
    if (picked.length === 0) return error.show(speech.words.chooseOne)
    send(
      { kind: 'answer', message: seq, value: picked.map(({ id }) => id) },
      picked.map(({ label }) => label).join(', '),
    )
  }
  return element('div', {}, element('div', { class: gridClass(options) }, ...buttons), error.node, confirm)
}

function gridClass(options: readonly { readonly label: string }[]): string {
  return options.some(({ label }) => label.length > LONG) ? 'options one' : 'options'
}
