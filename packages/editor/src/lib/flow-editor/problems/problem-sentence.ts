import type { Problem } from '@shopbell/engine'
import { locale } from '#lib/i18n/locale.svelte.ts'
import { CHINESE_PROBLEMS } from './chinese-problems.ts'

/** A problem in the reader's language. */
export function problemSentence({ code, message }: Pick<Problem, 'code' | 'message'>): string {
  return locale() === 'zh-CN' ? CHINESE_PROBLEMS[code] : message
}
