import type { ImportProblem } from '@shopbell/protocol'

/** A row of a catalogue file as it was read: its values by column, or what is wrong with it. Rows count from 1. */
export type FileRow =
  | { readonly row: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly fault: ImportProblem }

/** A row of which nothing can be made. */
export function unreadable(row: number, message: string): FileRow {
  return { fault: { row, code: 'ROW_UNREADABLE', message } }
}
