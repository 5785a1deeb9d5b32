import { Position, type Edge, type Node, type NodeHandle } from '@xyflow/svelte'
import type { Note } from '../commands/notes.ts'
import type { WayOut } from '../commands/ways.ts'
import { linkKey } from '../commands/port-path.ts'
import { CARD } from './card-size.ts'
import type { Card } from './card.ts'
import type { Box } from './neighbour.ts'
import type { Spot } from './places.ts'

/** What a block says is read where it is drawn; Svelte Flow only hears of its outline. */
export type BlockNodeShape = Node<{ readonly outline: string }, 'block'>
export type NoteNodeShape = Node<Record<string, never>, 'note'>
export type CanvasNode = BlockNodeShape | NoteNodeShape
export type LinkEdge = Edge<{ readonly walkKey: string }, 'link'>

/** Links arrive at the top (down is "then") or at the left, beside the name (right is "it depends"). */
const TOP = 'top'
const LEFT = 'left'
/** Room to its left that a link needs to arrive there. */
const ARRIVAL_PX = 24

export const NOTE_SIZE = { width: 200, height: 110 } as const

/** Nodes for Svelte Flow; those whose outline, place and selection stay are the same objects, so that it does not look at them again. */
export function nodesOf(
  cards: ReadonlyMap<string, Card>,
  places: ReadonlyMap<string, Spot>,
  notes: readonly Note[],
  selection: ReadonlySet<string>,
  before: readonly CanvasNode[],
): readonly CanvasNode[] {
  const old = new Map(before.map((node) => [node.id, node]))
  const blocks = [...cards.values()].map((card): CanvasNode => {
    const known = old.get(card.id)
    const position = known?.dragging ? known.position : (places.get(card.id) ?? { x: 0, y: 0 })
    const selected = selection.has(card.id)
    const isSame = known?.type === 'block' && drawnAs(known, card)
    if (isSame && stays(known, position, selected)) return known
    const node: CanvasNode = {
      ...(known?.dragging ? { dragging: true } : {}),
      ...BLOCK,
      id: card.id,
      position,
      selected,
      data: { outline: outlineOf(card) },
      height: card.height,
      measured: { width: CARD.width, height: card.height },
      handles: handlesOf(card),
    }
    drawn.set(node, card)
    return node
  })
  const written = notes.map((note): CanvasNode => {
    const known = old.get(note.id)
    const position = known?.dragging ? known.position : { x: note.x, y: note.y }
    const selected = selection.has(note.id)
    if (known?.type === 'note' && stays(known, position, selected)) return known
    return {
      ...(known?.dragging ? { dragging: true } : {}),
      ...NOTE,
      id: note.id,
      position,
      selected,
      data: {},
      handles: [],
    }
  })
  return [...blocks, ...written]
}

/**
 * The wrapper Svelte Flow puts around a node is not what keys and readers meet: that is the block inside it. Without its id Svelte Flow
 * does not measure it either (`NodeRenderer`, 1.7): sizes and ports are known, and each measuring would hold up a frame.
 */
const SILENT = {
  focusable: false,
  domAttributes: { 'aria-roledescription': undefined, 'data-id': undefined },
} as const
const BLOCK = { ...SILENT, type: 'block', width: CARD.width } as const
const NOTE = { ...SILENT, type: 'note', ...NOTE_SIZE, measured: NOTE_SIZE, zIndex: -1 } as const

/** The card a node was last compared with: most are the very same again. */
const drawn = new WeakMap<CanvasNode, Card>()

/** Whether a block is drawn with a card's outline already. */
function drawnAs(node: BlockNodeShape, card: Card): boolean {
  if (drawn.get(node) === card) return true
  if (node.data.outline !== outlineOf(card)) return false
  drawn.set(node, card)
  return true
}

function stays({ position, selected = false }: CanvasNode, at: Spot, isSelected: boolean): boolean {
  return position.x === at.x && position.y === at.y && selected === isSelected
}

/** All that links and sizes follow from. */
function outlineOf({ rows, main, height }: Card): string {
  return [height, main?.path, ...rows.map(({ key, way }) => (way ? key : ''))].join(' ')
}

/** Where links leave and arrive; known beforehand, so that nothing has to be drawn to be linked. */
function handlesOf({ rows, main, height }: Card): NodeHandle[] {
  const size = { width: CARD.port, height: CARD.port }
  const half = CARD.port / 2
  const firstRow = height - rows.length * CARD.row - 2
  const out = rows.flatMap(({ way }, index): NodeHandle[] =>
    way
      ? [
          {
            ...size,
            id: way.path,
            type: 'source',
            position: Position.Right,
            x: CARD.width - CARD.port,
            y: firstRow + (index + 0.5) * CARD.row - half,
          },
        ]
      : [],
  )
  const onward: NodeHandle[] = main
    ? [
        {
          ...size,
          id: main.path,
          type: 'source',
          position: Position.Bottom,
          x: CARD.width / 2 - half,
          y: height - CARD.port,
        },
      ]
    : []
  const arrivals: NodeHandle[] = [
    { id: TOP, type: 'target', position: Position.Top, x: CARD.width / 2, y: 0, width: 0, height: 0 },
    { id: LEFT, type: 'target', position: Position.Left, x: 0, y: CARD.head / 2, width: 0, height: 0 },
  ]
  return [...out, ...onward, ...arrivals]
}

/** The links that leave a card, as long as all blocks stand where they stood. */
const leaving = new WeakMap<Card, { readonly places: Places; readonly links: readonly LinkEdge[] }>()
type Places = ReadonlyMap<string, Spot>

/** Links for Svelte Flow; unchanged ones are the same objects. */
export function edgesOf(
  cards: ReadonlyMap<string, Card>,
  places: Places,
  before: readonly LinkEdge[],
): readonly LinkEdge[] {
  let byId: ReadonlyMap<string, LinkEdge> | undefined
  return [...cards.values()].flatMap((card) => {
    const known = leaving.get(card)
    if (known?.places === places) return known.links
    byId ??= new Map(before.map((edge) => [edge.id, edge]))
    const links = linksOf(card, places, byId)
    leaving.set(card, { places, links })
    return links
  })
}

function linksOf(
  { id, rows, main, mainState }: Card,
  places: Places,
  old: ReadonlyMap<string, LinkEdge>,
): readonly LinkEdge[] {
  const ways = [...rows.map(({ way, state }) => ({ way, state })), { way: main, state: mainState }]
  return ways.flatMap(({ way, state }): LinkEdge[] => {
    if (!way?.target || !way.port || state !== 'leads') return []
    const key = `${id}/${way.path}`
    const targetHandle = arrivalOf(way, places)
    const known = old.get(key)
    const walkKey = linkKey({ block: id, port: way.port })
    const isSame = known?.target === way.target && known.targetHandle === targetHandle
    if (isSame && known.data?.walkKey === walkKey) return [known]
    return [
      {
        id: key,
        type: 'link',
        source: id,
        sourceHandle: way.path,
        target: way.target,
        targetHandle,
        ...QUIET,
        data: { walkKey },
      },
    ]
  })
}

/** A link's name is inside it, where it is only made for links that are seen. */
const QUIET = {
  ariaRole: 'presentation',
  selectable: false,
  focusable: false,
  domAttributes: { 'aria-roledescription': undefined, 'aria-label': undefined },
} as const

function arrivalOf({ block, target = '', main }: WayOut, places: Places): string {
  if (main) return TOP
  const [from, to] = [places.get(block), places.get(target)]
  return from && to && to.x < from.x + CARD.width + ARRIVAL_PX && to.y > from.y ? TOP : LEFT
}

/** The smallest rectangle around all boxes. */
export function boundsOf(boxes: readonly Box[]): Omit<Box, 'id'> {
  if (boxes.length === 0) return { x: 0, y: 0, width: CARD.width, height: CARD.head }
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}

/** Whether two lists hold the very same objects. */
export function hasSameParts(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}
