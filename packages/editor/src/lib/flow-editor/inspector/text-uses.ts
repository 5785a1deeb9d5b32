import { kindOf, type Block, type FlowDocument, type Port, type TextUse } from '@shopbell/engine'

/** The texts a block shows, each with its limit and whether `{{variables}}` are filled in it. */
export function textUsesOf(
  { blocks, variables }: Pick<FlowDocument, 'blocks' | 'variables'>,
  id: string,
): readonly TextUse[] {
  const block = blocks[id]
  return block ? kindOf(block).texts(id, block, variables) : []
}

export function textUse(document: FlowDocument, key: string): TextUse | undefined {
  return textUsesOf(document, key.split('.')[0] ?? key).find((use) => use.key === key)
}

export function portsOf(block: Block): readonly Port[] {
  return kindOf(block).ports(block)
}
