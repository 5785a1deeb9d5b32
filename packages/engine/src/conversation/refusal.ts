/** Why the robot did not do something. `rejects`: the event itself is refused, nothing is stored and nobody sees it. */
export interface CataloguedRefusal {
  readonly rejects: boolean
  /** For agents and logs, in one sentence. */
  readonly message: string
}

/** Reasons for every silence of the robot; stored with the step. A code is never renamed. */
export const REFUSAL_CATALOGUE = {
  CONTACT_TOO_RECENT: {
    rejects: false,
    message:
      'Shop and buyer were in contact within the profile’s idle days, so there is no greeting (WEL-01).',
  },
  LIST_ALREADY_TODAY: {
    rejects: false,
    message: 'The buyer already received the reception on this store-day (FAQ-11).',
  },
  LIST_NEEDS_TAP: {
    rejects: false,
    message:
      'The list changed, and this rule book holds it back until the day after the old one was tapped (PUB-06).',
  },
  WAITS_FOR_MESSAGE: {
    rejects: false,
    message: 'This store greets on the buyer’s first message, not on opening the chat (WEL-04).',
  },
  NO_RECEPTION: {
    rejects: false,
    message: 'The flow has no reception to begin.',
  },
  ROBOT_OFF: {
    rejects: false,
    message: 'The robot was off by the reception’s hours, so it began nothing (SCH-01).',
  },
  PERSON_WROTE_LATELY: {
    rejects: false,
    message: 'A person of the store wrote within the last five minutes, so the robot began nothing (SCH-11).',
  },
  PART_OFF: {
    rejects: false,
    message: 'This part of the reception is switched off (SCH-12).',
  },
  HUMAN_IN_CHARGE: {
    rejects: false,
    message: 'A person speaks for the store, so the robot stays silent (STA-02).',
  },
  NOT_FOUND_IN_LIST: {
    rejects: false,
    message: 'The robot has no answer to this, so a person has to give one (FAQ-15).',
  },
  CLOSING_PHRASE: {
    rejects: false,
    message: 'The buyer only said thanks or goodbye, which needs no answer (STS-07).',
  },
  TOO_MANY_AUTOMATIC: {
    rejects: false,
    message: 'The robot has said as much as it may within an hour, so a person goes on (WEL-16).',
  },
  STATUS_SENT_LATELY: {
    rejects: false,
    message:
      'The buyer had this status reply a short while ago, so it was not sent again (STS-05, STS-06, STS-07).',
  },
  STATUS_NO_LONGER_TRUE: {
    rejects: false,
    message: 'The status reply had waited, and was no longer true when it was due (STS-11).',
  },
  EXTENSION_RULE: {
    rejects: false,
    message: 'A rule of an extension spoke against beginning the reception.',
  },
  EXTENSION_MISSING: {
    rejects: false,
    message: 'The flow came to a block whose extension is not here, so a person goes on.',
  },
  TIMER_NOT_ARMED: {
    rejects: true,
    message: 'The timer was cancelled or replaced; nothing is done.',
  },
  NOT_HELD: {
    rejects: true,
    message: 'The tapped option is not one this buyer holds (FAQ-16).',
  },
  NOT_OFFERED: {
    rejects: true,
    message: 'The menu has no such entry for this buyer now (MNU-05).',
  },
  ANSWER_UNFIT: {
    rejects: true,
    message: 'The answer does not fit the question’s type or bounds (SQ-06).',
  },
  NOTHING_TO_DO: {
    rejects: true,
    message: 'The conversation already is as asked.',
  },
} as const satisfies Record<string, CataloguedRefusal>

export type RefusalCode = keyof typeof REFUSAL_CATALOGUE

/** Why the robot did not do something, as a code of `REFUSAL_CATALOGUE`, which has its sentence. */
export interface Refusal {
  readonly code: RefusalCode
  /** What the decision was made from, for "Why?". */
  readonly because?: Readonly<Record<string, string | number | boolean | null>>
}
