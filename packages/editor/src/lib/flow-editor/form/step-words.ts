import { characterCount } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import { questionsOf } from '../commands/questions.ts'
import { textUse } from '../inspector/text-uses.ts'
import { kindName } from '../kind-name.ts'
import type { Editor } from '../store/editor.ts'
import type { FormStep } from './reception-steps.ts'

/** What stands below a step's name: its counters, else what it says. */
export function stepWords({ document, profile, locale }: Editor, { key, kind, blocks }: FormStep): string {
  const block = document.blocks[key]
  if (!block) return ''
  if (blocks.length > 1) return t('form.questions', { n: blocks.length })
  if ('questions' in block) {
    const questions = questionsOf(document, key)
    const { maxCreated, maxEnabled } = profile.reception.faq
    const on = questions.filter(({ enabled }) => enabled).length
    return `${t('q.countOn', { n: on, max: maxEnabled })}${t('words.comma')}${t('q.countMade', { n: questions.length, max: maxCreated })}`
  }
  const text = document.texts[locale]?.[key] ?? document.texts[document.defaultLocale]?.[key] ?? ''
  const limit = textUse(document, key)?.limit?.(profile)
  if (limit !== undefined)
    return t('text.count', { n: characterCount(text, profile.reception.faq.countMode), max: limit })
  return text === '' ? kindName(kind) : text.slice(0, SHOWN_LETTERS)
}

const SHOWN_LETTERS = 60
