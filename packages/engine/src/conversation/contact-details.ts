import { matchLocale } from '../text/match-locale.ts'
import type { ReceptionEvent } from './event.ts'

type LeftContact = Extract<ReceptionEvent, { type: 'buyer.left_contact' }>
type Part = 'name' | 'email' | 'phone' | 'consent'

/** One of the details, as it is collected. Its variable has a dot, which no variable of a flow can have. */
export interface ContactDetail {
  readonly variable: `contact.${Part}`
  readonly question: string
  readonly value: string
  readonly shown: string
}

const LABELS: Readonly<Record<string, Readonly<Record<Part | 'agreed', string>>>> = {
  en: { name: 'Name', email: 'E-mail', phone: 'Telephone', consent: 'Consent', agreed: 'Agreed' },
  'zh-CN': { name: '姓名', email: '邮箱', phone: '电话', consent: '授权', agreed: '已同意' },
}

/** One @ with something on both sides: whether an address exists only a mail can tell. */
const EMAIL = /^[^\s@]+@[^\s@]+$/
const TELEPHONE = /^\+?[\d\s().\-/]{4,}$/

/** Says whether somebody can be reached by these details: an e-mail address or a telephone number, each well formed. */
export function contactFits({ email, phone }: LeftContact): boolean {
  if (email === undefined && phone === undefined) return false
  return (email === undefined || EMAIL.test(email.trim())) && (phone === undefined || isDialled(phone.trim()))
}

function isDialled(phone: string): boolean {
  return TELEPHONE.test(phone) && (phone.match(/\d/g)?.length ?? 0) >= 4
}

/** The details in the order in which they are read; the consent's value is the very text that was agreed to (PRV-02). */
export function contactDetails(event: LeftContact, locale: string): readonly ContactDetail[] {
  const labels = LABELS[matchLocale([locale], Object.keys(LABELS), 'en')]
  const parts: readonly Part[] = ['name', 'email', 'phone', 'consent']
  return parts.flatMap((part) => {
    const value = event[part]?.trim()
    if (labels === undefined || value === undefined || value === '') return []
    const shown = part === 'consent' ? labels.agreed : value
    return [{ variable: `contact.${part}`, question: labels[part], value, shown } as const]
  })
}

/** The same as the buyer's own message. */
export function contactText(event: LeftContact, locale: string): string {
  return contactDetails(event, locale)
    .map(({ question, shown }) => `${question}: ${shown}`)
    .join('\n')
}
