import type { FlowDocument } from '@shopbell/engine'
import { deleteBlocks } from './blocks.ts'
import type { MakeCommand } from './command.ts'
import { freshId } from './fresh-id.ts'
import { drop, put } from './operations.ts'

/** A note that sellers leave each other on the canvas; buyers never meet it. */
export interface Note {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly text: string
}

/** The schema's bound of a note. */
export const MAX_NOTE = 2_000

export function notesOf({ layout, blocks }: Pick<FlowDocument, 'layout' | 'blocks'>): readonly Note[] {
  return Object.entries(layout).flatMap(([id, { x, y, note }]) =>
    note === undefined || Object.hasOwn(blocks, id) ? [] : [{ id, x, y, text: note }],
  )
}

export function addNote(x: number, y: number): MakeCommand {
  return ({ layout, blocks }) => {
    const id = freshId('note', [...Object.keys(layout), ...Object.keys(blocks)])
    return {
      name: { key: 'addNote' },
      touches: [id],
      operations: [put(['layout', id], { x: Math.round(x), y: Math.round(y), note: '' })],
    }
  }
}

export function writeNote(id: string, text: string): MakeCommand {
  return ({ layout }) => {
    const at = layout[id]
    return at
      ? {
          name: { key: 'writeNote' },
          touches: [id],
          merges: `note ${id}`,
          operations: [put(['layout', id], { ...at, note: text.slice(0, MAX_NOTE) })],
        }
      : null
  }
}

/** Deletes blocks and notes: one undo step. */
export function deleteParts(blocks: readonly string[], notes: readonly string[]): MakeCommand {
  return (document) => {
    const command = deleteBlocks(blocks)(document)
    const gone = notes.filter((id) => document.layout[id]?.note !== undefined)
    if (!command && gone.length === 0) return null
    return {
      name: command?.name ?? { key: 'deleteBlocks' },
      touches: [...(command?.touches ?? []), ...gone],
      operations: [...(command?.operations ?? []), ...gone.map((id) => drop(['layout', id]))],
    }
  }
}
