import type { MessageKind } from '@shopbell/protocol'
import type { Profile } from '../flow/profile.ts'
import type { Rule } from './rule.ts'

export const COUNT_AS_REPLY: Rule = {
  ids: ['CNT-01', 'CNT-02', 'CNT-07', 'CNT-08', 'STS-04'],
  says: 'A person’s words count as a reply where it is known which account of the store they are from, also when a program sent them for it; of automatic messages only the kinds that the rule book names.',
  reads: ['counting.autoCounts'],
}

/** Whether a message counts as the store’s reply under a rule book (CNT-01, CNT-02). `agentId`: the account whose words it is. */
export function countAsReply(
  { kind, agentId }: { readonly kind: MessageKind; readonly agentId: number | null },
  autoCounts: Profile['counting']['autoCounts'],
): boolean {
  return kind === 'human' ? agentId !== null : autoCounts.includes(kind)
}
