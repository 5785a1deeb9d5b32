/** What a buyer reads whose words could not be kept. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Sorry, that was not saved. Please send it again.',
  zh: '抱歉，刚才没有保存成功，请再发一次。',
}

export function tryAgain(locale: string | undefined): string {
  return WORDS[locale?.split('-')[0]?.toLowerCase() ?? 'en'] ?? WORDS['en'] ?? ''
}
