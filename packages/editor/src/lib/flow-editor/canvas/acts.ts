import { isEnabled, MAX_BLOCKS } from '@shopbell/engine'
import { createContext } from 'svelte'
import { t } from '#lib/i18n/locale.svelte.ts'
import { announce } from '#lib/ui/announcer.svelte.ts'
import { showToast } from '#lib/ui/toast.svelte.ts'
import { moveBlocks, switchBlock } from '../commands/blocks.ts'
import { copyBlocks, readCopied } from '../commands/copied-blocks.ts'
import { addNote, deleteParts } from '../commands/notes.ts'
import { pasteBlocks } from '../commands/paste-blocks.ts'
import { leadWay, waysOf, type Way, type WayOut } from '../commands/ways.ts'
import type { Connecting } from '../connect/connecting.svelte.ts'
import { wayToConnect } from '../connect/way-to-connect.ts'
import { canSwitch } from '../inspector/can-switch.ts'
import { titleOf } from '../outline-rows.ts'
import type { Editor } from '../store/editor.ts'
import { setOf } from '../store/set-of.ts'
import type { Canvas } from './canvas.svelte.ts'
import { neighbour, type Direction } from './neighbour.ts'
import { tidy, type Spot } from './places.ts'

/** One line of a block's menu. */
export interface MenuItem {
  readonly key: string
  readonly words: string
  readonly keys: string | null
  readonly act: () => void
}

/** All that can be done on the canvas; keys, menus and tools call these. */
export interface Acts {
  walk(direction: Direction): void
  move(direction: Direction): void
  connect(block: string, port: string | null): void
  disconnect(block: string, port: string | null): void
  rename(block: string): void
  inspect(block: string): void
  toggle(block: string): void
  remove(): void
  duplicate(): void
  selectAll(): void
  /** The selection as text for a clipboard; null where nothing is selected. */
  copy(): string | null
  /** Adds blocks from a clipboard; false where there are none. */
  paste(text: string): boolean
  tidyUp(): void
  note(): void
  menuOf(block: string): readonly MenuItem[]
  /** Where the keyboard goes when the menu closes. */
  afterMenu(block: string): void
}

const [useActs, setActs] = createContext<Acts>()
export { useActs }

/** One press of Alt and an arrow. */
const STEP_PX = 20
const STEPS: Readonly<Record<Direction, Spot>> = {
  up: { x: 0, y: -STEP_PX },
  down: { x: 0, y: STEP_PX },
  left: { x: -STEP_PX, y: 0 },
  right: { x: STEP_PX, y: 0 },
}

export function provideActs(editor: Editor, canvas: Canvas, connecting: Connecting): Acts {
  let menuLeads: (() => void) | null = null

  const selected = (): readonly string[] => [...editor.selection]
  const name = (block: string): string => titleOf(editor.document, block)

  /** The way that L speaks of: the port under the keyboard, else the block's own choice. */
  function wayOf(block: string, port: string | null): WayOut | undefined {
    return port === null
      ? wayToConnect(editor.document, block)
      : waysOf(editor.document, block).find(({ path }) => path === port)
  }

  function ask(way: Way, port: string | null): void {
    connecting.ask({
      way,
      ondone: (target, goes) =>
        void (goes && target !== null ? canvas.focus(target) : canvas.focus(way.block, port ?? undefined)),
    })
  }

  function added(ids: readonly string[]): void {
    const [first] = ids
    editor.select(ids)
    if (first !== undefined) void canvas.focus(first)
    announce(t('canvas.added', { n: ids.length }))
  }

  const acts: Acts = {
    walk(direction) {
      const next = canvas.current && neighbour(canvas.boxes, canvas.current, direction)
      if (!next) return
      editor.select([next])
      void canvas.focus(next)
    },
    move(direction) {
      if (canvas.lookOnly || !canvas.current) return
      const ids = editor.selection.has(canvas.current) ? selected() : [canvas.current]
      const { x, y } = STEPS[direction]
      const places = ids.flatMap((id) => {
        const spot = canvas.places.get(id)
        return spot ? [[id, { x: spot.x + x, y: spot.y + y }] as const] : []
      })
      editor.execute(moveBlocks(Object.fromEntries(places)))
      canvas.reveal(canvas.current)
    },
    connect(block, port) {
      const way = wayOf(block, port)
      if (way && !canvas.lookOnly) ask(way, port)
    },
    disconnect(block, port) {
      const way = canvas.lookOnly ? undefined : wayOf(block, port)
      const held = port === null ? waysOf(editor.document, block).find(({ main }) => main) : way
      if (held && editor.execute(leadWay(held, null)))
        announce(t('canvas.disconnected', { name: name(block) }))
    },
    rename(block) {
      if (!canvas.lookOnly) canvas.renaming = block
    },
    inspect: (block) => {
      editor.select([block])
      document.querySelector<HTMLElement>(`[data-title="${CSS.escape(block)}"]`)?.focus()
    },
    toggle(block) {
      const shape = editor.document.blocks[block]
      if (!shape || !canSwitch(shape) || canvas.lookOnly) return
      const on = !isEnabled(shape)
      if (editor.execute(switchBlock(block, on)))
        announce(t('canvas.switched', { name: name(block), state: t(on ? 'q.on' : 'q.off') }))
    },
    remove() {
      const blocks = selected()
      const [last] = blocks
      const next = last === undefined ? null : leadsTo(editor, last, blocks)
      if (canvas.lookOnly || !editor.execute(deleteParts(blocks, [...canvas.selectedNotes]))) return
      canvas.selectedNotes = setOf()
      announce(t('canvas.deleted', { n: Math.max(1, blocks.length) }))
      const onward = next ?? canvas.current
      if (onward === null) return
      editor.select([onward])
      void canvas.focus(onward)
    },
    duplicate() {
      if (canvas.lookOnly || editor.selection.size === 0) return
      if (editor.execute(pasteBlocks(copyBlocks(editor.document, selected()), null, 'duplicate')))
        added(editor.lastStep?.touches ?? [])
    },
    selectAll: () => editor.select(canvas.cards.keys()),
    copy() {
      if (editor.selection.size === 0) return null
      announce(t('canvas.copied', { n: editor.selection.size }))
      return JSON.stringify(copyBlocks(editor.document, selected()), null, 2)
    },
    paste(text) {
      const copied = canvas.lookOnly ? null : readCopied(text)
      if (!copied) return false
      const isHere = Object.keys(copied.blocks).every((id) => canvas.places.has(id))
      if (editor.execute(pasteBlocks(copied, isHere ? null : canvas.middle())))
        added(editor.lastStep?.touches ?? [])
      else showToast({ text: t('canvas.full', { max: MAX_BLOCKS }) })
      return true
    },
    tidyUp() {
      editor.execute(moveBlocks(Object.fromEntries(tidy(editor.document, canvas.cards)), 'tidy'))
      canvas.fit()
      announce(t('canvas.tidied'))
    },
    note() {
      const { x, y } = canvas.middle()
      if (!editor.execute(addNote(x, y))) return
      const [id = ''] = editor.lastStep?.touches ?? []
      requestAnimationFrame(() =>
        canvas.element?.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] textarea`)?.focus(),
      )
    },
    menuOf(block) {
      const item = (key: string, words: string, keys: string | null, act: () => void): MenuItem => ({
        key,
        words,
        keys,
        act: () => (menuLeads = act),
      })
      const shape = editor.document.blocks[block]
      const directions = ['up', 'down', 'left', 'right'] as const
      return [
        ...(wayOf(block, null)
          ? [
              item('connect', t('connect.to'), 'L', () => acts.connect(block, null)),
              item('disconnect', t('canvas.disconnect'), 'Shift L', () => acts.disconnect(block, null)),
            ]
          : []),
        item('rename', t('canvas.rename'), 'F2', () => acts.rename(block)),
        ...(shape && canSwitch(shape)
          ? [
              item('toggle', t(isEnabled(shape) ? 'q.switchOff' : 'q.switchOn'), 'E', () =>
                acts.toggle(block),
              ),
            ]
          : []),
        item('duplicate', t('canvas.duplicate'), 'Ctrl D', () => {
          if (!editor.selection.has(block)) editor.select([block])
          acts.duplicate()
        }),
        ...directions.map((direction) =>
          item(direction, t(`canvas.move.${direction}`), null, () => {
            canvas.stand(block)
            acts.move(direction)
            void canvas.focus(block)
          }),
        ),
        item('delete', t('act.delete'), 'Delete', () => {
          if (!editor.selection.has(block)) editor.select([block])
          acts.remove()
        }),
      ]
    },
    afterMenu(block) {
      const act = menuLeads
      menuLeads = null
      void canvas.focus(block).then(act)
    },
  }
  return setActs(acts)
}

/** A block that leads to another, or the one it leads to: where one stands when it is gone. */
function leadsTo(editor: Editor, block: string, gone: readonly string[]): string | null {
  const { blocks } = editor.document
  const before = Object.keys(blocks).find(
    (id) => !gone.includes(id) && waysOf(editor.document, id).some(({ target }) => target === block),
  )
  const after = waysOf(editor.document, block).find(({ target }) => target && !gone.includes(target))?.target
  return before ?? after ?? null
}
