import { type BoundNumber, PROFILES, type Profile } from '@shopbell/engine'
import type { RuleBookChanges } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import { partsInOrder, type RuleRow } from './rule-row.ts'

/** One value of the store's own rule book, as the page lets it be changed. */
export type RuleField =
  | {
      readonly kind: 'number'
      readonly at: BoundNumber
      readonly label: string
      /** What an empty field means, where it may be empty. */
      readonly hint?: string
      readonly value: number | null
      readonly change: (value: number | null) => RuleBookChanges
    }
  | {
      readonly kind: 'choice'
      readonly label: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
      readonly value: string
      readonly change: (value: string) => RuleBookChanges
    }
  | {
      readonly kind: 'switch'
      readonly label: string
      readonly value: boolean
      readonly change: (value: boolean) => RuleBookChanges
    }
  | { readonly kind: 'kinds'; readonly value: Profile['counting']['autoCounts'] }

/** What of a row can be changed. */
export function fieldsOf(row: RuleRow, { reception, counting }: Profile): readonly RuleField[] {
  const { faq } = reception
  switch (row) {
    case 'begin':
      return [
        either(
          t('book.field.trigger'),
          reception.trigger === 'first_message_after_idle',
          { yes: t('book.field.trigger.message'), no: t('book.field.trigger.open') },
          (yes) => ({
            reception: { trigger: yes ? 'first_message_after_idle' : 'first_chat_open_of_day' },
          }),
        ),
        {
          ...{ kind: 'number', at: '/reception/idleDays', label: t('book.field.idleDays') },
          hint: t('book.field.idleDaysHint'),
          value: reception.idleDays,
          change: (idleDays) => ({ reception: { idleDays } }),
        },
      ]
    case 'order':
      return [orderField(reception.order)]
    case 'list':
      return [
        either(
          t('book.field.oncePerDay'),
          faq.oncePerDay,
          { yes: t('book.list.daily'), no: t('book.list.session') },
          (yes) => ({ reception: { faq: { oncePerDay: yes } } }),
        ),
      ]
    case 'changedList':
      return [
        either(
          t('book.field.refresh'),
          faq.refreshNeedsTap,
          { yes: t('book.changedList.tap'), no: t('book.changedList.day') },
          (yes) => ({ reception: { faq: { refreshNeedsTap: yes } } }),
        ),
      ]
    case 'tap':
      return [
        either(
          t('book.field.binding'),
          faq.answerBinding === 'live',
          { yes: t('book.tap.live'), no: t('book.tap.pinned') },
          (yes) => ({ reception: { faq: { answerBinding: yes ? 'live' : 'pinned' } } }),
        ),
      ]
    case 'counts':
      return [
        number('/reception/faq/maxCreated', t('book.field.maxCreated'), faq.maxCreated, (maxCreated) => ({
          reception: { faq: { maxCreated } },
        })),
        number('/reception/faq/maxEnabled', t('book.field.maxEnabled'), faq.maxEnabled, (maxEnabled) => ({
          reception: { faq: { maxEnabled } },
        })),
      ]
    case 'lengths':
      return [
        number('/reception/faq/questionMax', t('book.field.questionMax'), faq.questionMax, (questionMax) => ({
          reception: { faq: { questionMax } },
        })),
        number('/reception/faq/answerMax', t('book.field.answerMax'), faq.answerMax, (answerMax) => ({
          reception: { faq: { answerMax } },
        })),
        {
          kind: 'switch',
          label: t('book.field.half'),
          value: faq.countMode === 'cjk',
          change: (on) => ({ reception: { faq: { countMode: on ? 'cjk' : 'grapheme' } } }),
        },
      ]
    case 'welcome':
      return [
        number('/reception/welcomeMax', t('book.field.welcomeMax'), reception.welcomeMax, (welcomeMax) => ({
          reception: { welcomeMax },
        })),
      ]
    case 'smart':
      return [
        number(
          '/reception/smartQuestions/max',
          t('book.field.smartMax'),
          reception.smartQuestions.max,
          (max) => ({ reception: { smartQuestions: { max } } }),
        ),
      ]
    case 'hour':
      return [
        number(
          '/reception/automaticPerHour',
          t('book.field.perHour'),
          reception.automaticPerHour,
          (automaticPerHour) => ({ reception: { automaticPerHour } }),
        ),
      ]
    case 'gap':
      return [
        number(
          '/reception/sessionGapHours',
          t('book.field.gap'),
          reception.sessionGapHours,
          (sessionGapHours) => ({ reception: { sessionGapHours } }),
        ),
      ]
    case 'autoCounts':
      return [{ kind: 'kinds', value: counting.autoCounts }]
    case 'read':
      return [
        {
          kind: 'switch',
          label: t('book.field.read'),
          value: counting.autoMarksRead,
          change: (autoMarksRead) => ({ counting: { autoMarksRead } }),
        },
      ]
    case 'notify':
      return [
        {
          kind: 'switch',
          label: t('book.field.notify'),
          value: counting.autoNotifiesAgent,
          change: (autoNotifiesAgent) => ({ counting: { autoNotifiesAgent } }),
        },
      ]
  }
}

const YES = 'yes'
const NO = 'no'

function either(
  label: string,
  isYes: boolean,
  words: { readonly yes: string; readonly no: string },
  change: (isYes: boolean) => RuleBookChanges,
): RuleField {
  return {
    kind: 'choice',
    label,
    options: [
      { value: YES, label: words.yes },
      { value: NO, label: words.no },
    ],
    value: isYes ? YES : NO,
    change: (value) => change(value === YES),
  }
}

function number(
  at: BoundNumber,
  label: string,
  value: number,
  change: (value: number) => RuleBookChanges,
): RuleField {
  // What is no number is out of all bounds, and said so.
  return { kind: 'number', at, label, value, change: (given) => change(given ?? 0) }
}

/** The orders that a built-in rule book has, and the one there is. */
function orderField(order: Profile['reception']['order']): RuleField {
  const orders = new Map(
    [...Object.values(PROFILES).map(({ reception }) => reception.order), order].map((one) => [
      one.join(),
      one,
    ]),
  )
  return {
    kind: 'choice',
    label: t('book.field.order'),
    options: [...orders].map(([value, one]) => ({ value, label: partsInOrder(one) })),
    value: order.join(),
    change: (value) => ({ reception: { order: [...(orders.get(value) ?? order)] } }),
  }
}
