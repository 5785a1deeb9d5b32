/** What the console says about extensions and their blocks. */
export const ENGLISH_EXTENSIONS = {
  'silence.extensionRule': 'Nothing begun: a rule of an extension spoke against it ({rule}).',
  'silence.extensionMissing': 'Passed to a person: {kind} runs only where its extension is loaded.',
  'extension.missing':
    'This block needs the extension {kind}, which is not loaded here. It is kept as it is, and cannot be published.',
} as const
