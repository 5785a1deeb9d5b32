import { MESSAGE_KINDS, type MessageKind } from '@shopbell/protocol'
import { describe, expect, test } from 'vitest'
import { PROFILES } from '../flow/profiles.ts'
import { countAsReply } from './count-as-reply.ts'

/** The automatic kinds that count, by the requirements and not by the profile (CNT-01, CNT-02, STS-04). */
const COUNTS: Readonly<Record<keyof typeof PROFILES, readonly MessageKind[]>> = {
  alibaba: [],
  marketplace: [],
  pinduoduo: [
    ...(['opening', 'faq_answer', 'order_card_answer', 'product_card_reply', 'self_menu_reply'] as const),
    ...(['status_first', 'status_busy', 'status_closing'] as const),
  ],
}

describe.for(Object.values(PROFILES))(
  'under the rule book $id (CNT-01, CNT-02, CRD-11, MNU-03, STS-04)',
  ({ id, counting }) => {
    const automatic = COUNTS[id as keyof typeof PROFILES]

    test.for(MESSAGE_KINDS.filter((kind) => kind !== 'human'))('%s', (kind) => {
      expect(countAsReply({ kind, agentId: null }, counting.autoCounts)).toBe(automatic.includes(kind))
    })

    test('a person’s words count where it is known whose they are (CNT-07, CNT-08)', () => {
      expect(countAsReply({ kind: 'human', agentId: 7 }, counting.autoCounts)).toBe(true)
      expect(countAsReply({ kind: 'human', agentId: null }, counting.autoCounts)).toBe(false)
    })
  },
)
