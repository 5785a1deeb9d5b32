import { locale } from './locale.svelte.ts'

/** Whole sentences one after the other: Chinese full stops bring their own room. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(locale() === 'zh-CN' ? '' : ' ')
}
