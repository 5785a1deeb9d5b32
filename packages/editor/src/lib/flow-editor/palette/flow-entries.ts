import { pointer, type Block } from '@shopbell/engine'
import { t, tIn } from '#lib/i18n/locale.svelte.ts'
import { addAfter } from '../commands/add-after.ts'
import { kindOfNew, type NewBlock } from '../commands/new-block.ts'
import { addQuestion, limitHit, questionsOf } from '../commands/questions.ts'
import { textUsesOf } from '../inspector/text-uses.ts'
import { offeredBlocks } from '../extensions.svelte.ts'
import { kindName } from '../kind-name.ts'
import { titleOf } from '../outline-rows.ts'
import type { Editor } from '../store/editor.ts'
import { inBothLanguages } from './in-both-languages.ts'
import type { PaletteEntry } from './palette-entry.ts'

/** Commands that add to the flow. */
export function addEntries(editor: Editor): readonly PaletteEntry[] {
  return [newQuestion(editor), ...newBlocks(editor)].map((entry) =>
    editor.mayNot === null ? entry : { ...entry, refusal: t('flow.mayNot') },
  )
}

/** Every block by its name, to go to. */
export function blockEntries(editor: Editor): readonly PaletteEntry[] {
  const { document } = editor
  return Object.entries(document.blocks).map(([id, { kind }]) => ({
    key: `go ${id}`,
    ...inBothLanguages((locale) => tIn(locale, 'palette.go', { block: titleOf(document, id) })),
    place: kindName(kind),
    run: () => editor.select([id], { focus: pointer('blocks', id) }),
  }))
}

function newQuestion(editor: Editor): PaletteEntry {
  const { document, profile } = editor
  const lists = Object.keys(document.blocks).filter((id) => isList(document.blocks[id]))
  const list = lists.find((id) => editor.selection.has(id)) ?? lists[0]
  const max = profile.reception.faq.maxCreated
  const refusal =
    list === undefined
      ? t('palette.noList')
      : limitHit(document, list, profile, 'create')
        ? t('q.fullMade', { max })
        : undefined
  return {
    key: 'question',
    ...inBothLanguages((locale) => tIn(locale, 'q.new')),
    refusal,
    run: () => {
      if (list === undefined) return
      const had = new Set(questionsOf(editor.document, list).map(({ id }) => id))
      editor.execute(addQuestion(list, profile))
      const made = questionsOf(editor.document, list).find(({ id }) => !had.has(id))
      if (made)
        editor.select([list], { focus: pointer('texts', editor.locale, `${list}.${made.id}.question`) })
    },
  }
}

function isList(block: Block | undefined): boolean {
  return block !== undefined && 'questions' in block
}

function newBlocks(editor: Editor): readonly PaletteEntry[] {
  return offeredBlocks().map((block) => ({
    key: `add ${kindOfNew(block)}`,
    ...inBothLanguages((locale) => tIn(locale, 'block.add', { what: kindName(kindOfNew(block), locale) })),
    run: () => add(editor, block),
  }))
}

/** The keyboard goes on where the new block is written. */
function add(editor: Editor, kind: NewBlock): void {
  const [selected] = editor.selection
  const had = new Set(Object.keys(editor.document.blocks))
  editor.execute(addAfter(kind, selected))
  const id = Object.keys(editor.document.blocks).find((one) => !had.has(one))
  if (id === undefined) return
  const isWritten = textUsesOf(editor.document, id).some(({ key }) => key === id)
  editor.select([id], { focus: isWritten ? pointer('texts', editor.locale, id) : pointer('blocks', id) })
}
