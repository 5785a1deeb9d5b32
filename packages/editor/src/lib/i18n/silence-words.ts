import type { RefusalCode } from '@shopbell/engine'
import { locale, t } from './locale.svelte.ts'

/** A reason of the robot's silence, from the engine here or from the server's journal. */
export interface Reason {
  readonly code: string
  readonly because?: Readonly<Record<string, string | number | boolean | null>>
}

const SENTENCES: Readonly<Partial<Record<RefusalCode, (because: Reason['because']) => string>>> = {
  CONTACT_TOO_RECENT: (because) => t('silence.recent', { n: Number(because?.['days'] ?? 0) }),
  LIST_ALREADY_TODAY: () => t('silence.today'),
  LIST_NEEDS_TAP: () => t('silence.needsTap'),
  WAITS_FOR_MESSAGE: () => t('silence.waits'),
  NO_RECEPTION: () => t('silence.noReception'),
  HUMAN_IN_CHARGE: () => t('silence.person'),
  NOT_FOUND_IN_LIST: () => t('silence.noAnswer'),
  ROBOT_OFF: (because) => robotOffWords(because?.['by'], because?.['until']),
  PERSON_WROTE_LATELY: () => t('silence.lately'),
  PART_OFF: (because) => t('silence.partOff', { part: partWords(because?.['part']) }),
  CLOSING_PHRASE: () => t('silence.closing'),
  STATUS_SENT_LATELY: (because) => t('silence.statusLately', { reply: statusWords(because?.['kind']) }),
  STATUS_NO_LONGER_TRUE: (because) => t('silence.statusPast', { reply: statusWords(because?.['kind']) }),
  EXTENSION_RULE: (because) => t('silence.extensionRule', { rule: String(because?.['rule']) }),
  EXTENSION_MISSING: (because) => t('silence.extensionMissing', { kind: String(because?.['kind']) }),
  TOO_MANY_AUTOMATIC: (because) => t('silence.tooMany', { n: Number(because?.['count'] ?? 0) }),
}

/** Why the robot said nothing, for sellers; null for a reason this console does not know. */
export function silenceWords({ code, because }: Reason): string | null {
  return Object.entries(SENTENCES).find(([known]) => known === code)?.[1](because) ?? null
}

const PARTS = ['welcome', 'recommendation', 'faq_list', 'smart_questions'] as const

function partWords(part: unknown): string {
  const known = PARTS.find((one) => one === part)
  return known === undefined ? String(part) : t(`hours.part.${known}`)
}

const STATUSES = {
  status_first: 'first',
  status_busy: 'busy',
  status_closing: 'closing',
  away: 'away',
} as const

function statusWords(kind: unknown): string {
  const known = Object.entries(STATUSES).find(([one]) => one === kind)?.[1]
  return known === undefined ? String(kind) : t(`statusReply.${known}`)
}

/** The instant is told by this device's clock: whoever reads it looks back. */
function robotOffWords(by: unknown, until: unknown): string {
  if (typeof until !== 'number') return t(by === 'mode' ? 'silence.robotOff' : 'silence.outsideHours')
  const time = new Intl.DateTimeFormat(locale(), {
    ...{ weekday: 'short', day: 'numeric', month: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(until)
  return t('silence.offUntil', { time })
}
