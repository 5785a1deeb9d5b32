import type { FlowDocument } from '@shopbell/engine'
import { waysOf, type WayOut } from '../commands/ways.ts'

/** The way that "Connect to…" speaks of for a whole block: one that leads nowhere (the main one first), else the main one. */
export function wayToConnect(document: FlowDocument, block: string): WayOut | undefined {
  const ways = waysOf(document, block)
  const loose = ways.filter((way) => way.port !== null && way.target === undefined)
  return loose.find(({ main }) => main) ?? loose[0] ?? ways.find(({ main }) => main) ?? ways[0]
}
