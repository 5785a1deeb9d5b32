import { ENGLISH_STATUS } from './english-status.ts'
import type { Phrase } from './phrase.ts'

/** The words of the message rules in English. Written as a pair with chinese-message-rules.ts. */
export const ENGLISH_MESSAGE_RULES = {
  ...ENGLISH_STATUS,
  'nav.rules': 'Message rules',
  'rules.pages': 'Message rules',
  'rules.robot': 'Robot replies',
  'rules.robotLead': 'Greeting, picks, common questions and smart questions are written in the flow.',
  'rules.openFlow': 'Open the flow',
} as const satisfies Record<string, Phrase>
