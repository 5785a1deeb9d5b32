import type { WidgetSettings } from '@shopbell/protocol'

/** The seller's words in the buyer's language, else in the other one; empty where nothing is written. */
export function wordsFor(locale: string, { en, 'zh-CN': chinese }: WidgetSettings['opening']): string {
  const [first, other] = /^zh\b/i.test(locale) ? [chinese, en] : [en, chinese]
  return first.trim() === '' ? other.trim() : first.trim()
}
