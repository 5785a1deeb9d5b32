import type { MakeCommand } from './command.ts'
import { drop, put } from './operations.ts'

/** Leads a port, named by its path inside the block, to another block, or (null) nowhere. */
export function setLink(block: string, path: readonly string[], target: string | null): MakeCommand {
  const at = ['blocks', block, ...path]
  return ({ blocks }) => {
    if (target === null) return { name: { key: 'disconnect' }, touches: [block], operations: [drop(at)] }
    if (!Object.hasOwn(blocks, target)) return null
    return { name: { key: 'connect', subject: target }, touches: [block], operations: [put(at, target)] }
  }
}
