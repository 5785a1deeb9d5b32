import type { SentContent } from '@shopbell/protocol'
import type { ConnectionState } from '../connection/connection-state.ts'
import { button, element } from '../dom/element.ts'
import style from './contact.css?inline'
import { contactField } from './contact-field.ts'
import { contactMark } from './contact-mark.ts'
import { contactWords } from './contact-words.ts'
import { type ContactField, readContact } from './read-contact.ts'

export interface ContactParts {
  /** Its place in the panel. */
  readonly node: HTMLElement
  readonly root: ShadowRoot
  readonly store: string
  readonly locale: string
  readonly send: (content: SentContent, shown: string) => void
  /** Takes the focus when the form is gone. */
  readonly focusElsewhere: () => void
}

export interface ContactForm {
  readonly update: (state: ConnectionState) => void
}

/** Says whether buyers are offered to leave their details: the store wants it, and nobody of it is there. */
export function isOffered({ welcome, people }: ConnectionState): boolean {
  return welcome?.contact !== undefined && people === 0
}

/**
 * The form for buyers who come while nobody is there: a line with a button, which opens it. What is sent goes the way of every
 * message: kept while there is no connection, stored once. A form that somebody fills in stays, whoever comes meanwhile.
 */
export function contactForm({ node, root, store, locale, send, focusElsewhere }: ContactParts): ContactForm {
  const words = contactWords(locale)
  const mark = contactMark(store)
  let shows: 'nothing' | 'invitation' | 'form' | 'thanks' = 'nothing'
  let consent = ''
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  root.adoptedStyleSheets.push(sheet)

  function show(what: typeof shows, ...children: readonly Node[]): void {
    shows = what
    node.hidden = what === 'nothing'
    node.replaceChildren(...children)
  }

  function invite(): HTMLButtonElement {
    const open = button({ 'aria-expanded': 'false' }, fillIn, words.leave)
    show('invitation', element('div', { class: 'invite' }, element('p', {}, words.nobody), open))
    return open
  }

  function fillIn(): void {
    const name = contactField({
      type: 'text',
      label: words.name,
      hint: words.optional,
      autocomplete: 'name',
      maxlength: 100,
    })
    const email = contactField({ type: 'email', label: words.email, autocomplete: 'email', maxlength: 254 })
    const phone = contactField({ type: 'tel', label: words.phone, autocomplete: 'tel', maxlength: 40 })
    const agree = contactField({ type: 'checkbox', label: consent })
    const fields: Readonly<Record<ContactField, typeof name>> = { name, email, phone, consent: agree }
    const agreedTo = consent
    const form = element(
      'form',
      { novalidate: true, 'aria-label': words.title },
      ...[name, email, phone, agree].map((field) => field.node),
      element(
        'div',
        { class: 'acts' },
        element('button', { class: 'confirm' }, words.send),
        button({}, () => invite().focus(), words.notNow),
      ),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const read = readContact(
        {
          name: name.input.value,
          email: email.input.value,
          phone: phone.input.value,
          consent: agree.input.checked ? agreedTo : null,
        },
        words,
      )
      if ('wrong' in read) return fields[read.wrong].fail(read.why)
      mark.set()
      send(read.content, read.shown)
      show('thanks', element('p', { role: 'status' }, words.thanks))
      focusElsewhere()
    })
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      invite().focus()
    })
    show('form', form)
    name.input.focus()
  }

  return {
    update: (state) => {
      consent = state.welcome?.contact?.consent ?? consent
      const offered = isOffered(state) && !mark.isSet()
      if (offered && shows === 'nothing') invite()
      if (!offered && shows === 'invitation') show('nothing')
    },
  }
}
