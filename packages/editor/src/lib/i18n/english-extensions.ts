/** What the console says about extensions and their blocks. */
export const ENGLISH_EXTENSIONS = {
  'silence.extensionRule': 'Nothing begun: a rule of an extension spoke against it ({rule}).',
  'silence.extensionMissing': 'Passed to a person: the extension {kind} is not loaded.',
} as const
