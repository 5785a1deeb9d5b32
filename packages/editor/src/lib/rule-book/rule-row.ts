import type { Profile } from '@shopbell/engine'
import { listed } from '#lib/i18n/listed.ts'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { kindName } from './counted-kinds.ts'

/** What the page says of a rule book, one row each, in the order a buyer meets them. */
export const RULE_ROWS = [
  'begin',
  'order',
  'list',
  'changedList',
  'tap',
  'counts',
  'lengths',
  'welcome',
  'smart',
  'hour',
  'gap',
  'autoCounts',
  'read',
  'notify',
] as const
export type RuleRow = (typeof RULE_ROWS)[number]

const SENTENCES: Readonly<Record<RuleRow, (profile: Profile) => string>> = {
  begin: ({ reception: { trigger, idleDays: n } }) => {
    if (trigger === 'first_message_after_idle')
      return n === null ? t('book.begin.messageDaily') : t('book.begin.message', { n })
    return n === null ? t('book.begin.openDaily') : t('book.begin.open', { n })
  },
  order: ({ reception }) => partsInOrder(reception.order),
  list: ({ reception: { faq } }) => t(faq.oncePerDay ? 'book.list.daily' : 'book.list.session'),
  changedList: ({ reception: { faq } }) =>
    t(faq.refreshNeedsTap ? 'book.changedList.tap' : 'book.changedList.day'),
  tap: ({ reception: { faq } }) => t(`book.tap.${faq.answerBinding}`),
  counts: ({ reception: { faq } }) => t('book.counts', { made: faq.maxCreated, on: faq.maxEnabled }),
  lengths: ({ reception: { faq } }) =>
    t(faq.countMode === 'cjk' ? 'book.lengthsHalf' : 'book.lengths', {
      question: faq.questionMax,
      answer: faq.answerMax,
    }),
  welcome: ({ reception }) => t('book.welcome', { n: reception.welcomeMax }),
  smart: ({ reception: { smartQuestions } }) =>
    smartQuestions.max === 0 ? t('book.smartNone') : t('book.smart', { n: smartQuestions.max }),
  hour: ({ reception }) => t('book.hour', { n: reception.automaticPerHour }),
  gap: ({ reception }) => t('book.gap', { n: reception.sessionGapHours }),
  autoCounts: ({ counting: { autoCounts } }) =>
    autoCounts.length === 0
      ? t('book.autoCounts.none')
      : t('book.autoCounts.some', { kinds: listed(locale(), autoCounts.map(kindName)) }),
  read: ({ counting }) => t(counting.autoMarksRead ? 'book.read.goes' : 'book.read.stays'),
  notify: ({ counting }) => t(counting.autoNotifiesAgent ? 'book.notify.yes' : 'book.notify.no'),
}

/** A value of a rule book in words. */
export function sayRule(row: RuleRow, profile: Profile): string {
  return SENTENCES[row](profile)
}

/** The parts of the reception in a rule book's order. */
export function partsInOrder(order: Profile['reception']['order']): string {
  return listed(
    locale(),
    order.map((part) => t(`hours.part.${part}`)),
  )
}
