import { plainText, type ConversationSummary } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { NoticeReason } from './due-notice.ts'

/** What a notification says: who, and the last words. */
export function noticeWords(
  reason: NoticeReason,
  { buyer, last }: Pick<ConversationSummary, 'buyer' | 'last'>,
): { readonly title: string; readonly body: string } {
  return { title: t(`notice.${reason}`, { name: buyer.name }), body: plainText(last?.text ?? '') }
}
