import { FLOW_FORMAT, FlowDocument, isWellFormedText, MAX_DOCUMENT_BYTES } from '@shopbell/engine'
import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'

const { id, defaultLocale, blocks, texts, layout, variables } = FlowDocument.properties

/** Blocks on the clipboard, as JSON: what they are, say and ask, and where they stood. */
const CopiedBlocks = Type.Object(
  {
    shopbell: Type.Literal('blocks'),
    format: Type.Literal(FLOW_FORMAT),
    flow: id,
    defaultLocale,
    blocks,
    texts,
    layout,
    variables,
  },
  { additionalProperties: false },
)
export type CopiedBlocks = Static<typeof CopiedBlocks>

/** Copies blocks with their texts, places, and the variables they ask for. */
export function copyBlocks(document: FlowDocument, ids: readonly string[]): CopiedBlocks {
  const chosen = new Set(ids.filter((one) => Object.hasOwn(document.blocks, one)))
  const pick = <T>(record: Readonly<Record<string, T>>, wanted: (key: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => wanted(key)))
  const copied = pick(document.blocks, (key) => chosen.has(key))
  const asked = new Set(Object.values(copied).map((block) => ('variable' in block ? block.variable : null)))
  return {
    shopbell: 'blocks',
    format: FLOW_FORMAT,
    flow: document.id,
    defaultLocale: document.defaultLocale,
    blocks: copied,
    texts: Object.fromEntries(
      Object.entries(document.texts).map(([locale, byKey]) => [
        locale,
        pick(byKey, (key) => chosen.has(key.split('.')[0] ?? key)),
      ]),
    ),
    layout: pick(document.layout, (key) => chosen.has(key)),
    variables: pick(document.variables, (key) => asked.has(key)),
  }
}

/** Reads what is on a clipboard; null where it is not copied blocks. Whatever stands there is checked like an imported file. */
export function readCopied(text: string): CopiedBlocks | null {
  if (text.length > MAX_DOCUMENT_BYTES || !text.trimStart().startsWith('{') || !isWellFormedText(text))
    return null
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(CopiedBlocks, value) ? value : null
  } catch {
    return null
  }
}
