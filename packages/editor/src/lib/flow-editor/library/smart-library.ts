import type { FlowDocument } from '@shopbell/engine'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { type LibraryEntry, smartEntries } from './library-entry.ts'

/** The smart questions of the library that a flow does not ask in the same words yet. */
export function smartLibrary({ texts }: FlowDocument): readonly LibraryEntry[] {
  const said = new Set(Object.values(texts).flatMap((byKey) => Object.values(byKey)))
  const entries = smartEntries(locale(), (category) => t(`library.category.${category}`))
  return entries.filter(({ question }) => !said.has(question))
}
