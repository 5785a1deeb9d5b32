import { CHINESE_ERRORS } from './chinese-errors.ts'
import { locale, t } from './locale.svelte.ts'

type Failure =
  | { readonly code: 'OFFLINE' | 'UNREADABLE' }
  | { readonly code: keyof typeof CHINESE_ERRORS; readonly message: string; readonly requestId?: string }

/** Words an error for the reader: what happened, how to go on, and for our own failures the number to tell the operator. */
export function errorSentence(failure: Failure): string {
  if (failure.code === 'OFFLINE') return t('error.offline')
  if (failure.code === 'UNREADABLE') return t('error.unreadable')
  const sentence = locale() === 'zh-CN' ? CHINESE_ERRORS[failure.code] : failure.message
  return failure.code === 'INTERNAL' && failure.requestId ? `${sentence} (${failure.requestId})` : sentence
}
