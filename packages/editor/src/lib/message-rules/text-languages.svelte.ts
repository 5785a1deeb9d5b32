import { localeFor, type Reader, readFlow, textsOf, wordsFor } from '@shopbell/engine'
import type { LocalText } from '@shopbell/protocol'
import { readDraft, readLiveFlow } from '#lib/api/flow.ts'
import { session } from '#lib/api/session.svelte.ts'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { languageName } from '#lib/i18n/when.ts'

export type TextLanguages = ReturnType<typeof openTextLanguages>

/**
 * The languages that the texts of a page are written in, and the one that is on the page: the store's own, those of the flow, and
 * those in which something is written already.
 */
export function openTextLanguages(texts: () => readonly LocalText[]) {
  let ofFlow = $state.raw<readonly string[]>([])
  let wanted = $state<string | null>(null)
  const own = $derived(session()?.store.defaultLocale ?? 'en')
  const written = $derived(texts().flatMap((text) => Object.keys(textsOf(text, own))))
  const all = $derived([own, ...ofFlow, ...written].filter((one, at, list) => list.indexOf(one) === at))
  const shown = $derived(all.find((language) => language === wanted) ?? own)
  const reader = $derived<Reader>({ locale: shown, defaultLocale: own })

  function inShown(text: LocalText): string {
    if (typeof text === 'string') return shown === own ? text : ''
    return text[shown] ?? ''
  }

  return {
    get all() {
      return all
    },
    get shown() {
      return shown
    },
    /** A buyer who reads the language on the page. */
    get reader() {
      return reader
    },
    /** Asks which languages the flow has: what is live, and what is being written. */
    read: async (): Promise<void> => {
      const [live, draft] = await Promise.all([readLiveFlow(), readDraft()])
      const documents = [
        ...(live.ok ? [live.value.document] : []),
        ...(draft.ok ? [draft.value.document] : []),
      ]
      ofFlow = documents.flatMap((document) => {
        const flow = readFlow(document)
        return flow.ok ? Object.keys(flow.document.texts) : []
      })
    },
    choose: (language: string): void => {
      wanted = language
    },
    /** A text as it is written in the language on the page. */
    inShown,
    /** What a buyer gets who reads the language on the page. */
    said: (text: LocalText): string => wordsFor(text, reader),
    write: (text: LocalText, words: string): LocalText => {
      const { [shown]: _, ...others } = typeof text === 'string' ? { ...textsOf(text, own) } : text
      return words === '' ? others : { ...others, [shown]: words }
    },
    /**
     * Which language buyers get while nothing is written in the one on the page; undefined: something is, or they get nothing. A text
     * that may be left out is left out rather than said in a language that is neither theirs nor the store's.
     */
    otherwise: (text: LocalText, mayBeLeftOut = false): string | undefined => {
      const any = mayBeLeftOut ? undefined : Object.keys(textsOf(text, own))[0]
      const other = localeFor(text, reader) ?? any
      return inShown(text).trim() !== '' || other === undefined || other === shown
        ? undefined
        : t('rules.otherwise', { language: languageName(locale(), other) })
    },
    /** What was found in the language on the page, or in a text as a whole. */
    foundIn: <Found extends { readonly at: string }>(
      problems: readonly Found[],
      at: string,
    ): Found | undefined => problems.find((problem) => problem.at === at || problem.at === `${at}/${shown}`),
    /** A sentence about a place in the settings, which names the language where that is not on the page. */
    named: (at: string, sentence: string): string => {
      const language = all.find((one) => one !== shown && at.endsWith(`/${one}`))
      return language === undefined
        ? sentence
        : t('rules.inLanguage', { language: languageName(locale(), language), sentence })
    },
  }
}
