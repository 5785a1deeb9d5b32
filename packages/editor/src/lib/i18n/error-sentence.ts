import { CHINESE_ERRORS } from './chinese-errors.ts'
import { locale, t } from './locale.svelte.ts'

interface Failure {
  readonly code: 'OFFLINE' | 'UNREADABLE' | keyof typeof CHINESE_ERRORS
  /** The server's own sentence. */
  readonly message: string
  readonly requestId?: string
}

/** Words an error for the reader: what happened, how to go on, and for the server's own failures the number to tell the operator. */
export function errorSentence({ code, message, requestId }: Failure): string {
  if (code === 'OFFLINE') return t('error.offline')
  if (code === 'UNREADABLE') return t('error.unreadable')
  const sentence = locale() === 'zh-CN' ? CHINESE_ERRORS[code] : message
  return code === 'INTERNAL' && requestId ? `${sentence} (${requestId})` : sentence
}
