import { pointer } from '@shopbell/engine'
import { createContext, tick, untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { Viewport } from '@xyflow/svelte'
import { notesOf, type Note } from '../commands/notes.ts'
import type { Editor } from '../store/editor.ts'
import { setOf } from '../store/set-of.ts'
import { cardsOf, type Card } from './card.ts'
import { CARD } from './card-size.ts'
import { boundsOf, NOTE_SIZE } from './canvas-parts.ts'
import type { Box } from './neighbour.ts'
import { chosenPlaces, placesOf, type Spot } from './places.ts'

/** What the canvas needs of Svelte Flow to move the view. */
export interface View {
  readonly getViewport: () => Viewport
  readonly setViewport: (viewport: Viewport, options?: { readonly duration: number }) => unknown
  readonly screenToFlowPosition: (point: Spot) => Spot
}

/** The canvas of one desk: what stands where, which block the keyboard is at, and where the view is. */
export interface Canvas {
  /** All that the blocks say. */
  readonly cards: ReadonlyMap<string, Card>
  /** What one block says: reactive by itself. */
  card(id: string): Card | undefined
  readonly places: ReadonlyMap<string, Spot>
  readonly notes: readonly Note[]
  readonly boxes: readonly Box[]
  /** The block that Tab stops at. */
  readonly current: string | null
  /** Selected notes; blocks are selected for all views, by the editor. */
  selectedNotes: ReadonlySet<string>
  renaming: string | null
  /** The block whose menu is open. */
  menu: string | null
  /** Too narrow to edit here (ux.md 8): to look at and to select. */
  readonly lookOnly: boolean
  stand(block: string): void
  /** Brings a block (or note) into view; nothing moves where it is seen already. */
  reveal(id: string): void
  /** Brings a block into view and puts the keyboard on it, or on one of its ports. */
  focus(block: string, port?: string): Promise<void>
  /** Shows everything, or 100 %. */
  fit(): void
  zoomBy(factor: number): void
  /** The size of the canvas on the page, as the stage measures it. */
  size: { readonly width: number; readonly height: number }
  /** The stage's element, for moving the focus. */
  element: HTMLElement | null
  /** A free point in the middle of what is seen. */
  middle(): Spot
  readonly view: View
}

const [useCanvas, setCanvas] = createContext<Canvas>()
export { useCanvas }

/** Room kept around a block that is brought into view. */
const MARGIN_PX = 40
export const MIN_ZOOM = 0.1
export const MAX_ZOOM = 2
const FLY_MS = 150

export function provideCanvas(editor: Editor, view: View, lookOnly: () => boolean): Canvas {
  let known: ReadonlyMap<string, Card> | undefined
  const cards = $derived.by(() => (known = cardsOf(editor.document, editor.profile, editor.locale, known)))
  // A signal for each block: a word typed in one is no news for the others, nor for their links.
  const shown = new SvelteMap<string, Card>()
  $effect.pre(() => {
    const current = cards
    untrack(() => {
      for (const id of shown.keys()) if (!current.has(id)) shown.delete(id)
      for (const [id, card] of current) shown.set(id, card)
    })
  })
  const chosen = $derived(chosenPlaces(editor.parts))
  const places = $derived(chosen ?? placesOf(editor.document, cards))
  const notes = $derived(notesOf(editor.parts))
  const boxes = $derived(
    [...places].map(([id, spot]): Box => ({
      id,
      ...spot,
      width: CARD.width,
      height: cards.get(id)?.height ?? CARD.head,
    })),
  )
  let stoodAt = $state<string | null>(null)
  let selectedNotes = $state.raw<ReadonlySet<string>>(setOf())
  let renaming = $state<string | null>(null)
  let menu = $state<string | null>(null)
  let size = $state.raw({ width: 0, height: 0 })
  let element: HTMLElement | null = null
  const current = $derived.by(() => {
    if (stoodAt !== null && places.has(stoodAt)) return stoodAt
    return editor.parts.entries.reception ?? places.keys().next().value ?? null
  })

  const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLY_MS)

  function boxOf(id: string): Box | undefined {
    const note = notes.find((one) => one.id === id)
    return note ? { ...note, ...NOTE_SIZE } : boxes.find((box) => box.id === id)
  }

  /** Sideways and downwards shifts that bring a box into view; none when it is. */
  function shiftFor({ x, y, width, height }: Box, { x: tx, y: ty, zoom }: Viewport): Spot {
    const along = (from: number, to: number, room: number): number => {
      const margin = Math.min(MARGIN_PX, Math.max(0, (room - (to - from)) / 2))
      if (from < margin) return margin - from
      return to > room - margin ? Math.max(room - margin - to, margin - from) : 0
    }
    return {
      x: along(x * zoom + tx, (x + width) * zoom + tx, size.width),
      y: along(y * zoom + ty, (y + height) * zoom + ty, size.height),
    }
  }

  const canvas: Canvas = {
    get cards() {
      return cards
    },
    card: (id) => shown.get(id),
    get places() {
      return places
    },
    get notes() {
      return notes
    },
    get boxes() {
      return boxes
    },
    get current() {
      return current
    },
    get selectedNotes() {
      return selectedNotes
    },
    set selectedNotes(next) {
      selectedNotes = next
    },
    get renaming() {
      return renaming
    },
    set renaming(next) {
      renaming = next
    },
    get menu() {
      return menu
    },
    set menu(next) {
      menu = next
    },
    get lookOnly() {
      return lookOnly() || editor.mayNot !== null
    },
    get size() {
      return size
    },
    set size(next) {
      size = next
    },
    get element() {
      return element
    },
    set element(next) {
      element = next
    },
    view,
    stand: (block) => (stoodAt = block),
    reveal(id) {
      const box = boxOf(id)
      if (!box || size.width === 0) return
      const viewport = view.getViewport()
      const { x, y } = shiftFor(box, viewport)
      if (x !== 0 || y !== 0) view.setViewport({ ...viewport, x: viewport.x + x, y: viewport.y + y })
    },
    async focus(block, port) {
      stoodAt = block
      canvas.reveal(block)
      await tick()
      if (stoodAt !== block) return // the keyboard has gone on meanwhile
      const place = element?.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`)
      const way = port && place?.querySelector<HTMLElement>(`[data-port="${CSS.escape(port)}"]`)
      ;(way || place)?.focus({ preventScroll: true })
    },
    fit() {
      view.setViewport(fitting(boxes, size), { duration: duration() })
    },
    zoomBy(factor) {
      const { x, y, zoom } = view.getViewport()
      const next = Math.min(Math.max(zoom * factor, MIN_ZOOM), MAX_ZOOM)
      const [cx, cy] = [size.width / 2, size.height / 2]
      const ratio = next / zoom
      view.setViewport(
        { zoom: next, x: cx - (cx - x) * ratio, y: cy - (cy - y) * ratio },
        { duration: duration() },
      )
    },
    middle() {
      const { x, y, zoom } = view.getViewport()
      return { x: (size.width / 2 - x) / zoom - CARD.width / 2, y: (size.height / 2 - y) / zoom - CARD.head }
    },
  }
  return setCanvas(canvas)
}

/** Room for the palette and the start's words beside a flow. */
const AROUND = { left: 64, top: 48, right: 32, bottom: 56 } as const

/** The view that shows all boxes, never larger than 100 %. */
export function fitting(boxes: readonly Box[], { width, height }: Canvas['size']): Viewport {
  const all = boundsOf(boxes)
  const room = { x: width - AROUND.left - AROUND.right, y: height - AROUND.top - AROUND.bottom }
  const zoom = Math.max(MIN_ZOOM, Math.min(1, room.x / all.width, room.y / all.height))
  return {
    zoom,
    x: AROUND.left + Math.max(0, (room.x - all.width * zoom) / 2) - all.x * zoom,
    y: AROUND.top - all.y * zoom,
  }
}

/** The view one begins with: everything where it stays readable, else the beginning of the flow at 100 %. */
export function opening(boxes: readonly Box[], start: Box | undefined, size: Canvas['size']): Viewport {
  const READABLE = 0.7
  const all = fitting(boxes, size)
  if (all.zoom >= READABLE || !start) return all
  return { zoom: 1, x: AROUND.left + 24 - start.x, y: AROUND.top + 8 - start.y }
}

export const blockAt = (id: string): string => pointer('blocks', id)
