import { t, tIn } from '#lib/i18n/locale.svelte.ts'
import { copyText } from '#lib/ui/copy-text.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'
import type { ShownCanvas } from '../canvas/canvas-reach.svelte.ts'
import { inBothLanguages } from './in-both-languages.ts'
import type { PaletteDesk } from './palette-desk.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { PlainKey } from './shortcuts.ts'

/** What one press of "Zoom in" does. */
const ZOOM_STEP = 1.25

/** Commands of the canvas: its view, what is selected there, and the clipboard. Elsewhere they say where they work. */
export function canvasEntries({ editor, reach }: PaletteDesk): readonly PaletteEntry[] {
  const { shown } = reach
  const away = shown ? undefined : t('palette.onCanvas')
  const locked = away ?? (editor.mayNot !== null ? t('flow.mayNot') : undefined)
  const closed = locked ?? (shown?.canvas.lookOnly ? t('palette.lookOnly') : undefined)
  const nothing = editor.selection.size === 0 ? t('palette.selectFirst') : undefined

  const entry = (
    key: PlainKey,
    refusal: string | undefined,
    act: (shown: ShownCanvas) => unknown,
    keys?: string,
  ): PaletteEntry => ({
    key,
    ...inBothLanguages((locale) => tIn(locale, key)),
    place: t('view.canvas'),
    ...(keys === undefined ? {} : { keys }),
    refusal,
    run: () => void (shown && act(shown)),
  })

  return [
    entry('canvas.fit', away, ({ canvas }) => canvas.fit()),
    entry('canvas.zoomIn', away, ({ canvas }) => canvas.zoomBy(ZOOM_STEP)),
    entry('canvas.zoomOut', away, ({ canvas }) => canvas.zoomBy(1 / ZOOM_STEP)),
    entry('canvas.zoomWhole', away, ({ canvas }) => canvas.zoomBy(1 / canvas.view.getViewport().zoom)),
    entry('canvas.search', away, ({ search }) => search(), 'Ctrl F'),
    entry('palette.selectAll', away, ({ acts }) => acts.selectAll(), 'Ctrl A'),
    entry(
      'canvas.rename',
      closed ?? nothing,
      ({ acts }) => [...editor.selection].slice(0, 1).forEach(acts.rename),
      'F2',
    ),
    entry('palette.copy', away ?? nothing, copy, 'Ctrl C'),
    entry('palette.cut', closed ?? nothing, cut, 'Ctrl X'),
    entry('palette.paste', closed, paste, 'Ctrl V'),
    entry('canvas.tidy', closed, ({ acts }) => acts.tidyUp()),
    entry('note.add', closed, ({ acts }) => acts.note()),
  ]
}

async function copy({ acts }: ShownCanvas): Promise<boolean> {
  const text = acts.copy()
  return text !== null && (await copyText(text))
}

/** Nothing goes away that the clipboard has not taken. */
async function cut(shown: ShownCanvas): Promise<void> {
  if (await copy(shown)) shown.acts.remove()
}

/** Browsers ask before a page may read the clipboard, or never let it; the key always may. */
async function paste({ acts }: ShownCanvas): Promise<void> {
  const text = await clipboardText()
  if (text === null) showToast({ text: t('palette.clipboardClosed') })
  else if (!acts.paste(text)) showToast({ text: t('palette.noBlocks') })
}

async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return null
  }
}
