import type { Locale } from '#lib/i18n/locale.svelte.ts'

/** Short labels that fit ten characters, for shops that do not know where to begin (FAQ-10). Answers are the seller's. */
export const QUESTION_LIBRARY: Readonly<Record<Locale, readonly string[]>> = {
  en: ['MOQ?', 'Lead time?', 'Samples?', 'Your logo?', 'Payment?', 'Shipping?', 'Warranty?', 'Catalogue?'],
  'zh-CN': [
    '什么时候发货？',
    '发什么快递？',
    '有现货吗？',
    '起订量多少？',
    '可以定制吗？',
    '能开发票吗？',
    '坏了怎么办？',
    '怎么付款？',
  ],
}
