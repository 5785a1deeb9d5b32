import type { SentContent } from '@shopbell/protocol'
import { sendableText } from '../content/sendable-text.ts'
import type { ContactWords } from './contact-words.ts'

export type ContactField = 'name' | 'email' | 'phone' | 'consent'
type Contact = Extract<SentContent, { kind: 'contact' }>

/** What is in the form's fields; `consent` is the text that was agreed to, null while the box is empty. */
export interface ContactEntries {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly consent: string | null
}

export type ContactRead =
  | { readonly content: Contact; readonly shown: string }
  | { readonly wrong: ContactField; readonly why: string }

const EMAIL = /^[^\s@]+@[^\s@]+$/
const TELEPHONE = /^\+?(?=(?:\D*\d){4})[\d\s().\-/]{4,40}$/

/** Turns the fields into what is sent and what the buyer's bubble shows, or names the first field that is wrong. The server checks again. */
export function readContact(entries: ContactEntries, words: ContactWords): ContactRead {
  const [name, email, phone] = [entries.name, entries.email, entries.phone].map(sendableText)
  if (!email && !phone) return { wrong: 'email', why: words.oneOf }
  if (email && !EMAIL.test(email)) return { wrong: 'email', why: words.badEmail }
  if (phone && !TELEPHONE.test(phone)) return { wrong: 'phone', why: words.badPhone }
  if (entries.consent === null) return { wrong: 'consent', why: words.agreeFirst }
  const parts = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
  return {
    content: { kind: 'contact', ...parts, consent: entries.consent },
    // Line for line what the server makes of it, so that the bubble does not change when it is stored.
    shown: [
      ...(['name', 'email', 'phone'] as const).flatMap((part) =>
        parts[part] ? [`${words[part]}: ${parts[part]}`] : [],
      ),
      `${words.consent}: ${words.agreed}`,
    ].join('\n'),
  }
}
