/** Why settings of a store are not saved: a part of the error catalogue. */
export const SETTINGS_ERRORS = {
  RULE_BOOK_UNFIT: {
    status: 422,
    message: 'This rule book cannot be kept; mend what is listed and save again.',
    solve:
      'Each of `problems` has a code, a place as a JSON Pointer into the rule book, and a sentence. Nothing was saved.',
  },
  HOURS_UNFIT: {
    status: 422,
    message: 'These hours cannot be kept; mend what is listed and save again.',
    solve:
      'Each of `problems` has a code, a place as a JSON Pointer into the settings, and a sentence. Nothing was saved.',
  },
} as const
