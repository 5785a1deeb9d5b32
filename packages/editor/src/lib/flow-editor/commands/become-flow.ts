import type { FlowDocument } from '@shopbell/engine'
import type { MakeCommand } from './command.ts'
import { drop, put } from './operations.ts'

/** Puts another flow (a template, a file) in the draft's place: one step, so that undo brings back all that was there. */
export function becomeFlow(next: FlowDocument): MakeCommand {
  return (document) => {
    const before = new Map<string, unknown>(Object.entries(document))
    const after = new Map<string, unknown>(Object.entries(next))
    const isSame = (key: string): boolean =>
      JSON.stringify(before.get(key)) === JSON.stringify(after.get(key))
    const operations = [
      ...[...before.keys()].filter((key) => !after.has(key)).map((key) => drop([key])),
      ...[...after].filter(([key]) => !isSame(key)).map(([key, value]) => put([key], value)),
    ]
    return operations.length === 0
      ? null
      : { name: { key: 'becomeFlow', subject: next.name }, touches: Object.keys(next.blocks), operations }
  }
}
