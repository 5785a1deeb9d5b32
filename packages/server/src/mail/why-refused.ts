import type { LetterReason } from '@shopbell/protocol'

/** Why a letter did not leave, in a word that the console has a sentence for. `isFinal`: trying again would end the same. */
export interface Refusal {
  readonly reason: LetterReason
  readonly isFinal: boolean
  /** The mail server's number, for the log; its sentence can hold an address. */
  readonly status: number | null
}

/** Reads what the SMTP client threw. Only a refused address or letter is final: the operator can mend everything else meanwhile. */
export function whyRefused(error: unknown): Refusal {
  const status = numberAt(error, 'responseCode')
  const code = textAt(error, 'code')
  if (code === 'EAUTH' || code === 'ENOAUTH') return { reason: 'sign_in_refused', isFinal: false, status }
  if (status === null) return { reason: 'server_away', isFinal: false, status }
  if (status < 500) return { reason: 'server_busy', isFinal: false, status }
  if (code === 'EENVELOPE') return { reason: 'address_refused', isFinal: isOfRecipient(error), status }
  return { reason: 'letter_refused', isFinal: code === 'EMESSAGE', status }
}

/** The sender's address is the operator's setting, and is tried again like the sign-in. */
function isOfRecipient(error: unknown): boolean {
  return textAt(error, 'command')?.startsWith('RCPT') ?? false
}

function textAt(error: unknown, key: string): string | null {
  const value = valueAt(error, key)
  return typeof value === 'string' ? value : null
}

function numberAt(error: unknown, key: string): number | null {
  const value = valueAt(error, key)
  return typeof value === 'number' ? value : null
}

function valueAt(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null
    ? Object.getOwnPropertyDescriptor(error, key)?.value
    : undefined
}
