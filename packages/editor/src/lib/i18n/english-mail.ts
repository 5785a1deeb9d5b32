import type { Phrase } from './phrase.ts'

/** The words of the store's mail in English. Written as a pair with chinese-mail.ts. */
export const ENGLISH_MAIL = {
  'settings.mail': 'Mail',
  'mail.lead': 'Invitations, links for a new password and notices of buyers who wait go out by mail.',
  'mail.off':
    'This server sends no mail: links are shown to you to pass on. Whoever runs the server can set a mail server.',
  'mail.failed': 'Letters that did not arrive',
  'mail.kept': 'Shown for a week. What they say is not shown: a link in it could sign somebody in.',
  'mail.none': 'Every letter arrived.',
  'mail.look': 'Look again',
  'mail.queued': 'Written {time}',
  'mail.tries': { one: 'tried once', other: 'tried {n} times' },
  'mail.next': 'next try {time}',
  'mail.gaveUp': 'given up',
  'mail.again': 'Send again',
  'mail.againTo': 'Send again to {to}',
  'mail.sent': 'On its way to {to} again. If it fails once more, it is back in this list.',
  'mail.tooOld': 'Older than a day: make a new link.',
  'mail.reason.server_away': 'The mail server did not answer.',
  'mail.reason.server_busy': 'The mail server was busy.',
  'mail.reason.sign_in_refused':
    'The mail server refused the sign-in of this server. Whoever runs it checks the settings.',
  'mail.reason.address_refused': 'The mail server refused the address. Check how it is written.',
  'mail.reason.letter_refused':
    'The mail server refused the letter. Whoever runs this server finds the number in the log.',
} as const satisfies Record<string, Phrase>
