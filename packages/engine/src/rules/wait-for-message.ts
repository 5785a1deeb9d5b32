import type { ReceptionTrigger } from '../flow/profile.ts'
import type { Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

export const WAIT_FOR_MESSAGE: Rule = {
  ids: ['WEL-04', 'WEL-15'],
  says: 'Where the rule book greets on the first message, opening the chat says nothing; else the greeting is the first thing shown. A message implies that the chat is open.',
  reads: ['reception.trigger'],
}

/** Says nothing on opening the chat where the rule book greets on the buyer's first message (WEL-04). */
export function waitForMessage(opensChat: boolean, trigger: ReceptionTrigger): Verdict {
  return opensChat && trigger === 'first_message_after_idle' ? { code: 'WAITS_FOR_MESSAGE' } : null
}
