import { isEnabled, MAX_BLOCKS, pointer } from '@shopbell/engine'
import { t, tIn } from '#lib/i18n/locale.svelte.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'
import { deleteBlocks, switchBlock } from '../commands/blocks.ts'
import { moveInChain } from '../commands/chain.ts'
import type { MakeCommand } from '../commands/command.ts'
import { copyBlocks } from '../commands/copied-blocks.ts'
import { pasteBlocks } from '../commands/paste-blocks.ts'
import { leadWay, mainWay } from '../commands/ways.ts'
import { wayToConnect } from '../connect/way-to-connect.ts'
import { canSwitch } from '../inspector/can-switch.ts'
import type { Editor } from '../store/editor.ts'
import { inBothLanguages } from './in-both-languages.ts'
import type { PaletteDesk } from './palette-desk.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { PlainKey } from './shortcuts.ts'

/** What can be done with the selected block, whichever view shows it. */
export function selectionEntries({ editor, connecting }: PaletteDesk): readonly PaletteEntry[] {
  const { document, selection } = editor
  const [id] = selection
  const block = id === undefined ? undefined : document.blocks[id]
  const refusal = editor.mayNot !== null ? t('flow.mayNot') : block ? undefined : t('palette.selectFirst')
  const way = id === undefined ? undefined : wayToConnect(document, id)
  const main = id === undefined ? undefined : mainWay(document, id)

  const entry = (key: PlainKey, keys: string, why: string | undefined, act: (id: string) => void) => ({
    key,
    ...inBothLanguages((locale) => tIn(locale, key)),
    keys,
    refusal: refusal ?? why,
    run: () => void (id !== undefined && act(id)),
  })
  const change = (make: (id: string) => MakeCommand) => (one: string) => void editor.execute(make(one))

  return [
    entry('connect.to', 'L', way ? undefined : t('palette.noWay'), (one) => {
      if (!way) return
      connecting.ask({ way, ondone: (target, goes) => stand(editor, (goes ? target : null) ?? one) })
    }),
    entry('command.disconnect', 'Shift L', main?.target ? undefined : t('palette.leadsNowhere'), () => {
      if (main) editor.execute(leadWay(main, null))
    }),
    entry(
      'palette.switch',
      'E',
      block && canSwitch(block) ? undefined : t('palette.noSwitch'),
      change((one) => switchBlock(one, !(block && isEnabled(block)))),
    ),
    entry(
      'palette.earlier',
      'Alt ↑',
      undefined,
      change((one) => moveInChain(one, -1)),
    ),
    entry(
      'palette.later',
      'Alt ↓',
      undefined,
      change((one) => moveInChain(one, 1)),
    ),
    entry('canvas.duplicate', 'Ctrl D', undefined, () => duplicate(editor)),
    entry(
      'palette.delete',
      'Delete',
      undefined,
      change(() => deleteBlocks([...selection])),
    ),
  ]
}

/** The copies are selected, and the keyboard goes to the first. */
function duplicate(editor: Editor): void {
  const copied = copyBlocks(editor.document, [...editor.selection])
  if (!editor.execute(pasteBlocks(copied, null, 'duplicate')))
    return showToast({ text: t('canvas.full', { max: MAX_BLOCKS }) })
  const ids = editor.lastStep?.touches ?? []
  const [first] = ids
  if (first !== undefined) editor.select(ids, { focus: pointer('blocks', first) })
}

function stand(editor: Editor, block: string): void {
  editor.select([block], { focus: pointer('blocks', block) })
}
