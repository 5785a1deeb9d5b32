import type { RuleBookChanges, RuleBookChoice } from '@shopbell/protocol'

/** A rule book of the store's own with some more values; of a built-in one, a copy with them. */
export function changeBook({ base, changes }: RuleBookChoice, part: RuleBookChanges): RuleBookChoice {
  const { reception = {}, counting = {} } = changes ?? {}
  return {
    base,
    changes: {
      reception: {
        ...reception,
        ...part.reception,
        faq: { ...reception.faq, ...part.reception?.faq },
        smartQuestions: { ...reception.smartQuestions, ...part.reception?.smartQuestions },
      },
      counting: { ...counting, ...part.counting },
    },
  }
}
