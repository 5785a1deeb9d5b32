import type { FlowDocument } from '@shopbell/engine'
import { titleOf } from '../outline-rows.ts'

/** A block that holds what was searched, with the words around it where they are not its name. */
export interface FoundBlock {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly words: string | null
}

/** So much is shown around a hit. */
const AROUND = 24
const MOST_SHOWN = 50

/** Finds blocks by their names and by what they say in any language; names first. */
export function findBlocks(document: FlowDocument, typed: string): readonly FoundBlock[] {
  const wanted = typed.trim().toLocaleLowerCase()
  if (wanted === '') return []
  const said = new Map<string, string>()
  for (const byKey of Object.values(document.texts))
    for (const [key, text] of Object.entries(byKey)) {
      const id = key.split('.')[0] ?? key
      const at = text.toLocaleLowerCase().indexOf(wanted)
      if (at >= 0 && !said.has(id)) said.set(id, excerpt(text, at, wanted.length))
    }
  const found = Object.entries(document.blocks).flatMap(([id, { kind }]): FoundBlock[] => {
    const title = titleOf(document, id)
    const isNamed = title.toLocaleLowerCase().includes(wanted)
    return isNamed || said.has(id) ? [{ id, title, kind, words: said.get(id) ?? null }] : []
  })
  const isNamed = ({ title }: FoundBlock): number => Number(title.toLocaleLowerCase().includes(wanted))
  return found.toSorted((a, b) => isNamed(b) - isNamed(a)).slice(0, MOST_SHOWN)
}

function excerpt(text: string, at: number, length: number): string {
  const [start, end] = [Math.max(0, at - AROUND), at + length + AROUND]
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
