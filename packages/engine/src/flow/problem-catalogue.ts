interface CataloguedProblem {
  readonly severity: 'error' | 'warning'
  /** For the documentation: when it is said. */
  readonly when: string
  /** For the documentation: how to solve it. */
  readonly solve: string
}

/** Everything `parseFlow` and `validateFlow` can find. Errors stop publishing, warnings do not. A code is never renamed. */
export const PROBLEM_CATALOGUE = {
  NOT_JSON: {
    severity: 'error',
    when: 'The file is not JSON.',
    solve: 'Fix the syntax at the line and column named.',
  },
  FILE_TOO_LARGE: {
    severity: 'error',
    when: 'The file has more than 256 KiB.',
    solve: 'Split the reception into two flows, or shorten texts.',
  },
  FORMAT_NEWER: {
    severity: 'error',
    when: 'The document has a newer format than this version reads.',
    solve: 'Update Shopbell, or export from the older one.',
  },
  FORMAT_UNKNOWN: {
    severity: 'error',
    when: 'The document says no format, or one that never existed.',
    solve: 'Set "format" to 1 if this is a flow document.',
  },
  SHAPE: {
    severity: 'error',
    when: 'A part has the wrong type, a missing or an unknown key.',
    solve: 'Compare with packages/engine/schema/flow-1.schema.json.',
  },
  TEXT_MALFORMED: {
    severity: 'error',
    when: 'A text holds a NUL or half a surrogate pair.',
    solve: 'Remove the character; retyping the text usually does.',
  },
  ENTRY_MISSING: {
    severity: 'error',
    when: 'The flow has no reception entry.',
    solve: 'Set entries.reception to the first block.',
  },
  LINK_BROKEN: {
    severity: 'error',
    when: 'A link leads to a block that does not exist.',
    solve: 'Connect it to a block of this flow.',
  },
  LINK_MISSING: {
    severity: 'error',
    when: 'A port leads nowhere.',
    solve: 'Connect it, or end with an end or a handoff block.',
  },
  CYCLE_ENDLESS: {
    severity: 'error',
    when: 'Blocks lead round in a circle without asking the buyer anything.',
    solve: 'Break the circle; only the way of an option or of a timeout may lead back.',
  },
  BLOCK_UNREACHABLE: {
    severity: 'warning',
    when: 'No path leads to a block.',
    solve: 'Connect it or delete it.',
  },
  FAQ_TWICE: {
    severity: 'error',
    when: 'An entry leads to two lists of common questions, or to one list twice.',
    solve: 'Keep one list per entry.',
  },
  ORDER_UNUSUAL: {
    severity: 'warning',
    when: 'The order differs from greeting, picks, common questions, smart questions.',
    solve: 'Rearrange, unless it is meant so (WEL-05).',
  },
  NO_PERSON_AT_END: {
    severity: 'warning',
    when: 'A path asks smart questions and ends without handing over to a person.',
    solve: 'End it with a handoff block.',
  },
  TEXT_MISSING: {
    severity: 'error',
    when: 'A needed text is empty in the default language.',
    solve: 'Write the text.',
  },
  TEXT_UNTRANSLATED: {
    severity: 'warning',
    when: 'A text is missing in another language; buyers get the default language.',
    solve: 'Translate it.',
  },
  TEXT_UNUSED: {
    severity: 'warning',
    when: 'A text belongs to nothing in the flow.',
    solve: 'Delete it, or check the key.',
  },
  LOCALE_UNKNOWN: {
    severity: 'error',
    when: 'There are no texts in the default language at all.',
    solve: 'Add texts for it, or change defaultLocale.',
  },
  WELCOME_TOO_LONG: {
    severity: 'error',
    when: 'The greeting is longer than the profile allows (WEL-09).',
    solve: 'Shorten it.',
  },
  QUESTIONS_TOO_MANY: {
    severity: 'error',
    when: 'More questions are created than the profile allows (FAQ-01).',
    solve: 'Delete some.',
  },
  QUESTIONS_TOO_MANY_ON: {
    severity: 'error',
    when: 'More questions are on than the profile allows (FAQ-02).',
    solve: 'Switch some off.',
  },
  QUESTION_TOO_LONG: {
    severity: 'error',
    when: 'A question is longer than the profile allows (FAQ-03).',
    solve: 'Shorten it, or use a custom profile with a higher limit.',
  },
  ANSWER_TOO_LONG: {
    severity: 'error',
    when: 'An answer is longer than the profile allows (FAQ-04).',
    solve: 'Shorten it.',
  },
  QUESTION_TWICE: {
    severity: 'error',
    when: 'Two questions of a list have the same words (FAQ-06), or the same id.',
    solve: 'Change one of them.',
  },
  SMART_QUESTIONS_TOO_MANY: {
    severity: 'error',
    when: 'A path asks more smart questions than the profile allows (SQ-02).',
    solve: 'Remove some.',
  },
  VARIABLE_UNDECLARED: {
    severity: 'error',
    when: 'A block uses a variable that the flow does not declare.',
    solve: 'Declare it under variables.',
  },
  VARIABLE_UNKNOWN: {
    severity: 'error',
    when: 'A text uses a {{variable}} that does not exist, or one where none is filled.',
    solve: 'Use one of the list the message names.',
  },
  VARIABLE_WITHOUT_FALLBACK: {
    severity: 'warning',
    when: 'A {{variable}} may be unknown for some buyers and has no fallback.',
    solve: 'Write {{name|what to say without it}}.',
  },
  GAP_LEFT: {
    severity: 'error',
    when: 'A text of a template still has a {{?gap}} that only the seller can fill.',
    solve: 'Write what belongs there in its place.',
  },
  CHOICES_MISSING: {
    severity: 'error',
    when: 'A choice question has no options.',
    solve: 'Add at least one option.',
  },
  CHOICE_UNKNOWN: {
    severity: 'error',
    when: 'A choice or a comparison names an option the variable does not have, or names one twice.',
    solve: 'Use each option of the variable once.',
  },
  CONDITION_UNFIT: {
    severity: 'error',
    when: 'A comparison does not fit the type of what it compares.',
    solve: 'Choose a comparison of the list the message names.',
  },
  EXTENSION_MISSING: {
    severity: 'error',
    when: 'A block is of a kind that an extension brings, and the extension is not here.',
    solve: 'Load the extension that the message names, or take the block out.',
  },
  EXTENSION_BROKEN: {
    severity: 'error',
    when: 'An extension fails on a block, or would do there what no block may.',
    solve: 'Ask its vendor for a version that works.',
  },
  FIELD_UNFIT: {
    severity: 'error',
    when: 'A field or a way of an extension’s block is not what the extension asks for.',
    solve: 'Change it to what the message names.',
  },
  REMINDER_TOO_LATE: {
    severity: 'error',
    when: 'A reminder would come at or after the timeout.',
    solve: 'Make the reminder shorter than the timeout.',
  },
} as const satisfies Record<string, CataloguedProblem>

export type ProblemCode = keyof typeof PROBLEM_CATALOGUE
