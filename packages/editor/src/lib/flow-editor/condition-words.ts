import type { Condition } from '@shopbell/engine'
import { ENTRIES } from '@shopbell/protocol'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { languageName } from '#lib/i18n/when.ts'

/** A condition as a seller reads it: "quantity at least 1000", "Page is order", “页面是订单”. */
export function conditionWords({ source, name, op, value }: Condition): string {
  const what = source === 'variable' ? (name ?? '') : t(`when.${source}`)
  const head = closeHan(`${what} ${t(`when.${op}`)}`)
  if (value === undefined) return head
  const named = [value].flat().map((one) => ({ value: one, words: nameOf(source, one) }))
  const than = named.map((one) => one.words ?? String(one.value)).join(t('words.comma'))
  // What the seller wrote stays as it was written, and apart from our words.
  return named.every(({ words }) => words !== null) ? closeHan(`${head} ${than}`) : `${head} ${than}`
}

/** What the console calls a value; null: it is the seller's own. */
function nameOf(source: Condition['source'], value: string | number | boolean): string | null {
  if (typeof value === 'boolean') return t(value ? 'block.yes' : 'block.no')
  if (source === 'locale') return languageName(locale(), String(value))
  const place = source === 'entry' || source === 'card' ? ENTRIES.find((one) => one === value) : undefined
  return place === undefined ? null : t(`entry.${place}`)
}

/** Between words of two scripts stands a space; between Chinese ones none. */
function closeHan(words: string): string {
  return words.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}
