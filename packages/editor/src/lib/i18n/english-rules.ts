import { ENGLISH_EXTENSIONS } from './english-extensions.ts'
import type { Phrase } from './phrase.ts'

/** Why the robot was silent, in the words of the preview and of a conversation's thread. */
export const ENGLISH_RULES = {
  ...ENGLISH_EXTENSIONS,
  'silence.recent': {
    one: 'No greeting: you were in touch {n} day ago.',
    other: 'No greeting: you were in touch {n} days ago.',
  },
  'silence.today': 'No second greeting: this buyer had the reception today.',
  'silence.waits': 'The robot begins with the buyer’s first message.',
  'silence.noReception': 'Nothing to say yet: the flow has no first step.',
  'silence.person': 'A person speaks now, so the robot stays silent.',
  'silence.noAnswer': 'The robot has no answer to this, so a person gets it.',
  'silence.needsTap': 'No new list: the buyer has not tapped the one they hold.',
  'silence.closing': 'No answer needed: the buyer only said thanks or goodbye.',
  'silence.tooMany': {
    one: 'The robot has sent {n} message within the hour, so a person goes on.',
    other: 'The robot has sent {n} messages within the hour, so a person goes on.',
  },
} as const satisfies Record<string, Phrase>
