import type { FlowDiff } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'
import { languageName } from '#lib/i18n/when.ts'
import { blockRows } from './block-rows.ts'
import type { ChangeGroup } from './change-row.ts'
import { linkRows } from './link-rows.ts'
import { listRows } from './list-rows.ts'
import { settingRows } from './setting-rows.ts'
import { textRows } from './text-rows.ts'

/** What differs, in words, as a seller reads it: blocks, paths, texts by language, question lists, the flow itself. */
export function diffWords(diff: FlowDiff, maxOn: number): readonly ChangeGroup[] {
  const languages = [...new Set(diff.texts.map(({ locale }) => locale))]
  const groups: readonly ChangeGroup[] = [
    { heading: t('diff.blocks'), rows: blockRows(diff.blocks) },
    { heading: t('diff.links'), rows: linkRows(diff.links) },
    ...languages.map((tag) => ({
      heading: t('diff.texts', { language: languageName(tag, tag) }),
      rows: textRows(diff.texts.filter(({ locale }) => locale === tag)),
    })),
    { heading: t('diff.lists'), rows: listRows(diff.lists, maxOn) },
    { heading: t('diff.settings'), rows: settingRows(diff.settings) },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

/** The names of what differs, for a sentence: "Welcome, Common questions". */
export function changedNames({ blocks, links, texts, lists, settings }: FlowDiff): readonly string[] {
  const named = [...lists, ...texts, ...blocks, ...links].filter(({ kind }) => kind !== null)
  const rest = named.length === 0 && settings.length > 0 ? [t('problem.flow')] : []
  return [...new Set([...named.map(({ title }) => title), ...rest])]
}
