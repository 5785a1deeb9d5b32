import type { FlowDocument } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import { waysOf, type Way } from '../commands/ways.ts'
import { conditionWords } from '../condition-words.ts'
import { vendorWayName } from '../extensions.svelte.ts'
import { textIn, titleOf } from '../outline-rows.ts'

/** A way out as a seller reads it: "Ask size, 500 ml". */
export function wayWords(document: FlowDocument, locale: string, { block, path }: Way): string {
  const title = titleOf(document, block)
  const way = waysOf(document, block).find((one) => one.path === path)
  if (!way || way.main) return title
  return t('connect.way', { block: title, way: wayName(document, locale, block, way.label) })
}

/** The name of a choice, a case, a silence or a way of an extension's block. */
export function wayName(document: FlowDocument, locale: string, block: string, label: string): string {
  const shape = document.blocks[block]
  const when = shape && 'cases' in shape ? shape.cases.find(({ id }) => id === label)?.when : undefined
  if (when) return conditionWords(when)
  const isSilence = waysOf(document, block).find((way) => way.label === label)?.afterSilence
  if (isSilence) return t('flow.silence')
  const name = textIn(document, locale)(`${block}.${label}.label`)
  return name ?? (shape ? vendorWayName(shape.kind, label) : label)
}
