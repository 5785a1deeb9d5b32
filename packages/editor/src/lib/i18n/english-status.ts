import type { Phrase } from './phrase.ts'

/** The words of the status replies in English. Written as a pair with chinese-status.ts. */
export const ENGLISH_STATUS = {
  'rules.status': 'Status replies',
  'statusReply.lead': 'What the robot says for a person, while they have the conversation or are waited for.',
  'statusReply.scope': 'Replies of',
  'statusReply.scopeStore': 'Everybody without their own',
  'statusReply.scopeSelf': '{name}, you',
  'statusReply.scopeOwn': '{name}, own replies',
  'statusReply.follows': 'Same as everybody’s. A change here makes them this account’s own.',
  'statusReply.followAgain': 'Follow everybody’s again',
  'statusReply.saveFirst': 'Save or discard first.',
  'statusReply.saved': 'Saved. The next buyer message goes by it.',

  'statusReply.first': 'First message',
  'statusReply.firstWhen': 'The buyer’s first message that reaches this person. Once a day for each buyer.',
  'statusReply.busy': 'Busy',
  'statusReply.busyWhen': 'A message while this person is set to busy. Once in ten minutes for each buyer.',
  'statusReply.closing': 'Thanks and goodbye',
  'statusReply.closingWhen':
    'A message that only says thanks or goodbye, after an answer. Once in a conversation.',
  'statusReply.away': 'Nobody is there',
  'statusReply.awayWhen':
    'A message that a person has to answer while everybody is offline. Once a day for each buyer.',
  'statusReply.text': 'What the buyer reads',
  'statusReply.delay': 'Send it',
  'statusReply.delayNone': 'At once',
  'statusReply.delayAfter': 'After {time}, if nobody is faster',
  'statusReply.opensHint': '{variable} becomes the next opening, on the buyer’s clock.',
  'statusReply.order':
    'A message gets one reply at the most: thanks, else busy, else nobody there, else first message. What the robot itself answers gets none.',

  'statusReply.problem.STATUS_EMPTY': 'This reply is on. Write its words, or switch it off.',
  'statusReply.problem.STATUS_TOO_LONG': 'Too long. Shorten it to save.',
  'statusReply.problem.PHRASE_EMPTY': 'Phrase {n} has no word in it. Emoji alone always close.',
  'statusReply.problem.PHRASE_TWICE': 'Phrase {n} is in the list already. Take one out.',
  'statusReply.problem.tooMany': '{n} phrases. Keep 200 or fewer.',

  'statusReply.preview': 'What the buyer gets',
  'statusReply.previewBuyer': 'Is anybody there?',
  'statusReply.previewThanks': 'Thank you',
  'statusReply.previewOff': 'Nothing: this reply is off.',
  'statusReply.previewOf': 'Reply',

  'statusReply.phrases': 'Thanks and goodbyes',
  'statusReply.phrasesHint':
    'One phrase a line, for the whole store. Up to three in a row count too; case, spaces, punctuation and emoji do not matter. Such a message needs no answer.',
  'statusReply.phrasesLabel': 'Phrases',
  'statusReply.phrasesInitial': 'Back to the list every store begins with',
  'statusReply.phrasesKeeper': 'Owners and admins change this list.',
  'statusReply.try': 'Try a phrase',
  'statusReply.tryClosing': 'Closes: it needs no answer.',
  'statusReply.tryAsking': 'Asks for more: a person answers it.',

  'thread.byAssisted': '{name}, drafted by the robot',
  'thread.noAnswerNeeded': 'Needs no answer.',
  'thread.needsOne': 'It needs one after all',
  'thread.needsNone': 'Needs no answer',

  'silence.statusLately': 'Not sent again so soon: {reply}.',
  'silence.statusPast': 'Not sent, because it was no longer true: {reply}.',
} as const satisfies Record<string, Phrase>
