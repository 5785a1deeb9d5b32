import { en } from './en.ts'

/** Everything the widget itself says. `{name}` is filled in by `fill`. */
export type Words = Readonly<Record<keyof typeof en, string>>

export interface Speech {
  /** The language the words are in; also decides how times and numbers are written. */
  readonly locale: string
  readonly words: Words
}

/** The words for a page's language: Chinese for any `zh`, English for everything else. A language weighs only on its own pages. */
export async function speechFor(locale: string): Promise<Speech> {
  if (/^zh\b/i.test(locale)) return { locale: 'zh-CN', words: (await import('./zh-cn.ts')).zhCn }
  return { locale: /^en\b/i.test(locale) ? locale : 'en', words: en }
}

/** Fills `{name}` in; a name without a value stays as it is, which a test would show. */
export function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
