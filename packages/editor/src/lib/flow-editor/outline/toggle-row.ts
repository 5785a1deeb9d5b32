import { isEnabled } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'
import { announce } from '#lib/ui/announcer.svelte.ts'
import { switchBlock } from '../commands/blocks.ts'
import { switchQuestion } from '../commands/questions.ts'
import { canSwitch } from '../inspector/can-switch.ts'
import type { OutlineRow } from '../outline-rows.ts'
import type { Editor } from '../store/editor.ts'
import { questionOfRow } from './row-parts.ts'

/** Switches a row's question or block on or off; a full list says so. */
export function toggleRow(editor: Editor, row: OutlineRow): void {
  const question = questionOfRow(editor.document, row)
  if (question) {
    const done = editor.execute(switchQuestion(row.block, question.id, !question.enabled, editor.profile))
    if (!done) announce(t('q.full', { max: editor.profile.reception.faq.maxEnabled }))
  } else {
    const block = editor.document.blocks[row.block]
    if (block && canSwitch(block)) editor.execute(switchBlock(row.block, !isEnabled(block)))
  }
}
