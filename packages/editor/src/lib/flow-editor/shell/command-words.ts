import type { FlowDocument } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import type { CommandName } from '../commands/command.ts'
import { titleOf } from '../outline-rows.ts'

/** A command's name for the undo line and the palette: "switch on: Your logo?". Ids become what the seller calls them. */
export function commandWords({ key, subject }: CommandName, document: FlowDocument, locale: string): string {
  const words = t(`command.${key}`)
  return subject === undefined || subject === ''
    ? words
    : t('command.of', { name: words, subject: subjectWords(subject, document, locale) })
}

function subjectWords(subject: string, document: FlowDocument, locale: string): string {
  const [stem = subject] = subject.split('.')
  if (Object.hasOwn(document.blocks, stem)) return titleOf(document, stem)
  const texts = document.texts[locale] ?? {}
  const key = Object.keys(texts).find(
    (one) => one.endsWith(`.${subject}.question`) || one.endsWith(`.${subject}.label`),
  )
  return (key && texts[key]) ?? subject
}
