import { WEBHOOK_ERRORS } from './webhook-errors.ts'

/** Why settings of a store are not saved: a part of the error catalogue. */
export const SETTINGS_ERRORS = {
  RULE_BOOK_UNFIT: {
    status: 422,
    message: 'This rule book cannot be kept; mend what is listed and save again.',
    solve:
      'Each of `problems` has a code, a place as a JSON Pointer into the rule book, and a sentence. Nothing was saved.',
  },
  RULES_UNFIT: {
    status: 422,
    message: 'These message rules cannot be saved as they are; `problems` says what to change and where.',
    solve:
      'Change what `problems` names: `at` points into the settings, `message` says what is wrong. Nothing was saved.',
  },
  HOURS_UNFIT: {
    status: 422,
    message: 'These hours cannot be kept; mend what is listed and save again.',
    solve:
      'Each of `problems` has a code, a place as a JSON Pointer into the settings, and a sentence. Nothing was saved.',
  },
  STATUS_UNFIT: {
    status: 422,
    message: 'These status replies cannot be kept; mend what is listed and save again.',
    solve:
      'Each of `problems` has a code, a place as a JSON Pointer into the settings, and a sentence. Nothing was saved.',
  },
  PHRASES_UNFIT: {
    status: 422,
    message: 'These closing phrases cannot be kept; mend what is listed and save again.',
    solve: 'A phrase has a word in it, and is in the list once. Each of `problems` names the place of one.',
  },
  ...WEBHOOK_ERRORS,
} as const
