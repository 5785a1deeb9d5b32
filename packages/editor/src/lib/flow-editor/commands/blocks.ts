import { kindOf, type Block, type FlowDocument } from '@shopbell/engine'
import type { Command, MakeCommand } from './command.ts'
import { freshId } from './fresh-id.ts'
import { blockOf, stemOf, type NewBlock } from './new-block.ts'
import { drop, place, put } from './operations.ts'
import { linksTo, portPath, type PortPlace } from './port-path.ts'

/** Where a new block goes, and from which port it is reached, if any. */
export interface NewPlace {
  readonly x: number
  readonly y: number
  readonly from?: PortPlace
}

/**
 * Adds a block and, coming from a port, links it: one undo step. In the middle of a link the old target becomes its next. A smart
 * question brings a variable of its own; the first block of an empty flow becomes the reception's entry.
 */
export function addBlock(kind: NewBlock, at: NewPlace): MakeCommand {
  return (document) => {
    const id = freshId(stemOf(kind), Object.keys(document.blocks))
    const from = at.from ? portPath(document, at.from) : null
    const old = at.from ? targetOf(document, at.from) : undefined
    const variable = kind === 'smart-question' ? freshId('answer', Object.keys(document.variables)) : null
    const empty = blockOf(kind)
    const named = 'variable' in empty && variable !== null ? { ...empty, variable } : empty
    const takesNext = kindOf(named)
      .ports(named)
      .some(({ at: port }) => port === '/next')
    const block = takesNext && old !== undefined ? { ...named, next: old } : named
    const isFirst = document.entries.reception === undefined
    return {
      name: { key: 'addBlock', subject: id },
      touches: [id],
      operations: [
        ...(variable === null ? [] : [put(['variables', variable], { type: 'choice', options: [] })]),
        put(['blocks', id], block),
        put(['layout', id], { x: Math.round(at.x), y: Math.round(at.y) }),
        ...(from ? [put(from, id)] : []),
        ...(isFirst ? [put(['entries', 'reception'], id)] : []),
      ],
    }
  }
}

/** Deletes blocks with their texts and places. Links that led to them lead on to where the deleted ones led, or nowhere: none dangles. */
export function deleteBlocks(ids: readonly string[]): MakeCommand {
  return (document) => {
    const gone = new Set(ids.filter((id) => Object.hasOwn(document.blocks, id)))
    if (gone.size === 0) return null
    const relinked = linksTo(document, gone)
      .filter(({ block }) => !gone.has(block))
      .flatMap((link) => {
        const path = portPath(document, link)
        if (!path) return []
        const onward = throughDeleted(document, link.target, gone)
        return [onward === undefined ? drop(path) : put(path, onward)]
      })
    const entries = Object.entries(document.entries).flatMap(([entry, target]) => {
      if (target === undefined || !gone.has(target)) return []
      const onward = throughDeleted(document, target, gone)
      return [onward === undefined ? drop(['entries', entry]) : put(['entries', entry], onward)]
    })
    return {
      name: { key: 'deleteBlocks', subject: [...gone].join(', ') },
      touches: [...gone],
      operations: [
        ...relinked,
        ...entries,
        ...[...gone].flatMap((id) => [
          drop(['blocks', id]),
          drop(['layout', id]),
          ...dropTexts(document, `${id}`),
        ]),
      ],
    }
  }
}

/** Moves blocks and notes on the canvas; never a change of behaviour. */
export function moveBlocks(
  places: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
  name: 'moveBlocks' | 'tidy' = 'moveBlocks',
): MakeCommand {
  return (document) => ({
    name: { key: name },
    touches: Object.keys(places),
    operations: Object.entries(places)
      .filter(([id]) => Object.hasOwn(document.blocks, id) || document.layout[id]?.note !== undefined)
      .map(([id, { x, y }]) =>
        put(['layout', id], { ...document.layout[id], x: Math.round(x), y: Math.round(y) }),
      ),
  })
}

export function renameBlock(id: string, title: string): MakeCommand {
  return (document) => {
    const at = document.layout[id] ?? { x: 0, y: 0 }
    const trimmed = title.trim()
    const { title: _old, ...untitled } = at
    return {
      name: { key: 'renameBlock', subject: trimmed || id },
      touches: [id],
      merges: `title ${id}`,
      operations: [
        put(['layout', id], trimmed === '' ? untitled : { ...at, title: title.slice(0, MAX_TITLE) }),
      ],
    }
  }
}

/** The schema's bound of a block's title. */
const MAX_TITLE = 80

export function connect(from: PortPlace, target: string): MakeCommand {
  return (document) => {
    const path = portPath(document, from)
    if (!path || !Object.hasOwn(document.blocks, target)) return null
    return {
      name: { key: 'connect', subject: target },
      touches: [from.block],
      operations: [put(path, target)],
    }
  }
}

export function disconnect(from: PortPlace): MakeCommand {
  return (document) => {
    const path = portPath(document, from)
    if (!path || targetOf(document, from) === undefined) return null
    return { name: { key: 'disconnect' }, touches: [from.block], operations: [drop(path)] }
  }
}

export function switchBlock(id: string, enabled: boolean): MakeCommand {
  return (document): Command | null =>
    document.blocks[id]
      ? {
          name: { key: 'switchBlock', subject: id },
          touches: [id],
          operations: [put(['blocks', id, 'enabled'], enabled)],
        }
      : null
}

/** Sets one field of a block, `undefined` removes it. `path` is inside the block; items of lists by their id. */
export function setField(block: string, path: readonly string[], value: unknown): MakeCommand {
  const at = ['blocks', block, ...path]
  return () => ({
    name: { key: 'setField', subject: block },
    touches: [block],
    merges: `field ${at.join('/')}`,
    operations: [value === undefined ? drop(at) : put(at, value)],
  })
}

/** Adds, moves or deletes an item of a block's list (cases, templates, choices that lead elsewhere). */
export function addItem(
  block: string,
  list: string,
  item: { readonly id: string },
  after: string | null,
): MakeCommand {
  return (document) => ({
    name: { key: 'addItem', subject: item.id },
    touches: [block],
    operations: [
      ...(hasList(document, block, list) ? [] : [put(['blocks', block, list], [])]),
      place(['blocks', block, list, item.id], item, after),
    ],
  })
}

export function deleteItem(block: string, list: string, id: string): MakeCommand {
  return (document) => ({
    name: { key: 'deleteItem', subject: id },
    touches: [block],
    operations: [drop(['blocks', block, list, id]), ...dropTexts(document, `${block}.${id}`)],
  })
}

function hasList({ blocks }: FlowDocument, block: string, list: string): boolean {
  return Object.entries(blocks[block] ?? {}).some(([key, value]) => key === list && Array.isArray(value))
}

export function targetOf(document: FlowDocument, { block, port }: PortPlace): string | undefined {
  const shape = document.blocks[block]
  return (
    shape &&
    kindOf(shape)
      .ports(shape)
      .find(({ at }) => at === port)?.target
  )
}

/** The first block that stays, following main ports through the deleted ones. */
function throughDeleted(
  document: FlowDocument,
  start: string,
  gone: ReadonlySet<string>,
): string | undefined {
  const walked = new Set<string>()
  let id: string | undefined = start
  while (id !== undefined && gone.has(id) && !walked.has(id)) {
    walked.add(id)
    const shape: Block | undefined = document.blocks[id]
    id =
      shape &&
      kindOf(shape)
        .ports(shape)
        .find(({ main }) => main)?.target
  }
  return id !== undefined && !gone.has(id) && Object.hasOwn(document.blocks, id) ? id : undefined
}

/** Drops all texts of a block or of one of its items, in every language. */
export function dropTexts({ texts }: FlowDocument, stem: string): Command['operations'] {
  return Object.entries(texts).flatMap(([locale, byKey]) =>
    Object.keys(byKey)
      .filter((key) => key === stem || key.startsWith(`${stem}.`))
      .map((key) => drop(['texts', locale, key])),
  )
}
