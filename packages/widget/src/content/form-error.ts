import { element } from '../dom/element.ts'

let count = 0

/** The place beside a field where it says what is wrong; announced when it appears. */
export function formError(field?: HTMLElement) {
  const id = `error-${String(++count)}`
  const node = element('p', { class: 'error', role: 'alert', id, hidden: true })
  return {
    node,
    show: (text: string): void => {
      node.textContent = text
      node.hidden = false
      node.scrollIntoView({ block: 'nearest' })
      field?.setAttribute('aria-invalid', 'true')
      field?.setAttribute('aria-describedby', id)
      field?.focus({ preventScroll: true })
    },
    clear: (): void => {
      node.hidden = true
      field?.removeAttribute('aria-invalid')
      field?.removeAttribute('aria-describedby')
    },
  }
}
