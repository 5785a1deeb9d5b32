import { createTransport } from 'nodemailer'
import type { Transport } from './transport.ts'

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string
  /** What readers see as the sender: `Shopbell <chat@shop.example>`. */
  readonly from: string
}

/** A server that says nothing for so long is away. All together stay far below the time a letter is held. */
const CONNECT_WITHIN_MS = 10_000
const GREET_WITHIN_MS = 10_000
const ANSWER_WITHIN_MS = 30_000

/** Sends by SMTP, on a connection for each letter: there are few, and nobody has to look after an idle one. */
export function openSmtp({ url, from }: SmtpSettings): Transport {
  const smtp = createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: GREET_WITHIN_MS,
    socketTimeout: ANSWER_WITHIN_MS,
    // A letter is its words; nothing in it makes this process read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: async ({ id, to, subject, text }) => {
      await smtp.sendMail({
        from,
        // As an object it is one address, whatever commas and line ends somebody put into it.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domainOf(from)}>`,
        headers: { 'auto-submitted': 'auto-generated' },
      })
    },
    close: () => {
      smtp.close()
    },
  }
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'shopbell.invalid'
}
