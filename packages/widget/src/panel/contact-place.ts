import type { ConnectionState } from '../connection/connection-state.ts'
import type { ContactForm, ContactParts } from '../contact/contact-form.ts'
import { element } from '../dom/element.ts'

/** Where buyers leave their details while nobody is there. The form itself is loaded when a store offers it. */
export function contactPlace(parts: Omit<ContactParts, 'node'>) {
  const node = element('div', { class: 'contact', hidden: true })
  let form: Promise<ContactForm> | undefined
  return {
    node,
    update: (state: ConnectionState): void => {
      if (!form && state.welcome?.contact && !state.people)
        form = import('../contact/contact-form.ts').then(({ contactForm }) => contactForm({ ...parts, node }))
      form?.then(
        ({ update }) => update(state),
        () => (form = undefined),
      )
    },
  }
}
