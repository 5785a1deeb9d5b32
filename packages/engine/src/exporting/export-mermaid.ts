import { isEnabled, kindOf, type Block, type BuiltInKind } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import { portsInUse } from '../document/graph.ts'
import { isVendorName } from '../flow/vendor-name.ts'

/** Most characters of a text on a block; the rest is in the flow. */
const MOST_SHOWN = 60

/** The two ends of a kind's shape, in Mermaid's writing; a vendor's block looks like none of ours. */
const VENDOR_SHAPE = ['{{', '}}'] as const

const SHAPES: Readonly<Record<BuiltInKind, readonly [open: string, close: string]>> = {
  greeting: ['([', '])'],
  recommendation: ['[[', ']]'],
  faq: ['[/', '/]'],
  'smart-question': ['[/', '\\]'],
  message: ['[', ']'],
  condition: ['{', '}'],
  handoff: ['[\\', '/]'],
  end: ['([', '])'],
}

/**
 * The flow as a Mermaid flowchart for documents and pull requests: a node per block with its title (or its kind) and the first words
 * buyers read there in the default language, a link per way out with its choice or case. What is switched off is dashed. The order is the
 * document's.
 */
export function exportMermaid(document: FlowDocument): string {
  const blocks = Object.entries(document.blocks)
  const { reception } = document.entries
  const lines = [
    'flowchart TD',
    ...blocks.map(([id, block]) => `  ${nodeOf(id)}${shaped(block, labelOf(document, id, block))}`),
    ...(reception !== undefined && Object.hasOwn(document.blocks, reception)
      ? [`  entry(( )) --> ${nodeOf(reception)}`]
      : []),
    ...blocks.flatMap(([id, block]) => linksOf(document, id, block)),
    ...classesOf(blocks),
  ]
  return `${lines.join('\n')}\n`
}

function linksOf(document: FlowDocument, id: string, block: Block): readonly string[] {
  return portsInUse(block).flatMap(({ target, label, main, afterSilence }) => {
    if (target === undefined || !Object.hasOwn(document.blocks, target)) return []
    const arrow = afterSilence ? '-.->' : '-->'
    const words = main ? '' : `|${quoted(choiceLabel(document, id, label))}|`
    return [`  ${nodeOf(id)} ${arrow}${words} ${nodeOf(target)}`]
  })
}

/** A choice by what the buyer taps; a case or a way of another name by that name. */
function choiceLabel({ texts, defaultLocale }: FlowDocument, id: string, label: string): string {
  return texts[defaultLocale]?.[`${id}.${label}`] ?? label
}

function labelOf(
  { layout, texts, defaultLocale, variables }: FlowDocument,
  id: string,
  block: Block,
): string {
  const placed = layout?.[id]
  const title = placed && 'title' in placed ? placed.title : undefined
  const [first] = kindOf(block).texts(id, block, variables)
  const words = first ? texts[defaultLocale]?.[first.key] : undefined
  const head = title ?? `${block.kind}: ${id}`
  return words === undefined ? head : `${head}\n${shortened(words)}`
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  return characters.length <= MOST_SHOWN ? line : `${characters.slice(0, MOST_SHOWN - 1).join('')}…`
}

function shaped(block: Block, label: string): string {
  const [open, close] = isVendorName(block.kind) ? VENDOR_SHAPE : SHAPES[block.kind]
  return `${open}${quoted(label)}${close}`
}

function classesOf(blocks: readonly (readonly [string, Block])[]): readonly string[] {
  const off = blocks.filter(([, block]) => !isEnabled(block)).map(([id]) => nodeOf(id))
  return off.length === 0
    ? []
    : ['  classDef off stroke-dasharray: 4 4,opacity:0.6', `  class ${off.join(',')} off`]
}

/** A word of Mermaid's own, such as `end`, is no name; ids have no underscore, so none is met twice. */
function nodeOf(id: string): string {
  return `b_${id.replaceAll('-', '_')}`
}

/** All but letters, figures, picture signs and the plain punctuation that means nothing to Mermaid. */
const MEANING = /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_Control} ,:?!…()'’“”。，？！：、/-]/gu

/** Whatever a seller writes is text: signs that mean something to Mermaid or to its HTML are written as their numbers. */
function quoted(text: string): string {
  const safe = text.replaceAll(MEANING, (sign) => {
    if (sign === '\n') return '<br/>'
    // Mermaid breaks the line at a backslash and an n, however they are written; a word joiner keeps them apart.
    if (sign === '\\') return '#92;\u2060'
    return `#${sign.codePointAt(0) ?? 0};`
  })
  return `"${safe}"`
}
