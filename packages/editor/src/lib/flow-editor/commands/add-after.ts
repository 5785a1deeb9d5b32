import type { FlowDocument } from '@shopbell/engine'
import { addBlock } from './blocks.ts'
import { mainPort } from './chain.ts'
import type { MakeCommand } from './command.ts'
import type { NewBlock } from './new-block.ts'

/** Below the block it follows, as the canvas shows it. */
const ROW_HEIGHT = 180

/** Adds a block after the selected one where that leads on, else at the end of what every buyer meets (before a person takes over). */
export function addAfter(kind: NewBlock, selected: string | undefined): MakeCommand {
  return (document) => {
    const before =
      selected !== undefined && mainPort(document, selected) ? selected : lastThatLeadsOn(document)
    const port = before === undefined ? null : mainPort(document, before)
    const at = before === undefined ? undefined : document.layout[before]
    const place = { x: at?.x ?? 0, y: (at?.y ?? 0) + ROW_HEIGHT }
    return addBlock(kind, port ? { ...place, from: port } : place)(document)
  }
}

function lastThatLeadsOn(document: FlowDocument): string | undefined {
  const seen = new Set<string>()
  let last: string | undefined
  let id = document.entries.reception
  while (id !== undefined && !seen.has(id)) {
    seen.add(id)
    const port = mainPort(document, id)
    if (!port) break
    last = id
    id = port.target
  }
  return last
}
