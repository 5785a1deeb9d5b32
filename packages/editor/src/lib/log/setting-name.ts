import type { AuditEntry } from '@shopbell/protocol'
import type { MessageKey } from '../i18n/english.ts'

/** What the log keeps of a changed setting, and what the page on which it is changed calls it. */
const NAMES = {
  reception: 'hours.title',
  profile: 'book.title',
  status_replies: 'rules.status',
  closing_phrases: 'statusReply.phrases',
  product_replies: 'rules.products',
  card_list: 'rules.robot',
  menu: 'rules.menu',
  chat: 'nav.install',
  'allowed sites': 'install.sites',
  name: 'store.name',
  shownName: 'store.shownName',
  timeZone: 'store.zone',
  defaultLocale: 'store.language',
  avatar: 'store.avatar',
} as const satisfies Record<string, MessageKey>

/** The name of the setting that an entry tells of (PRM-07); null: it tells of something else, or of a newer server's setting. */
export function settingName({
  action,
  subject,
  details,
}: AuditEntry): (typeof NAMES)[keyof typeof NAMES] | null {
  if (action !== 'store_changed') return null
  const kept = subject ?? details?.['setting']
  return typeof kept === 'string' && isNamed(kept) ? NAMES[kept] : null
}

function isNamed(kept: string): kept is keyof typeof NAMES {
  return Object.hasOwn(NAMES, kept)
}
