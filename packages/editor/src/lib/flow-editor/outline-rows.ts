import { isEnabled, kindOf, type Block, type Condition, type FlowDocument, type Port } from '@shopbell/engine'

/** Where a row leads: a block, or nowhere though it should. */
export interface Lead {
  /** null: to a block that is missing, or not connected at all. */
  readonly block: string | null
  readonly title: string
}

/** One line of the outline. A block's parts (questions, choices, cases) stand below it, and a branch below the part it leaves from. */
export interface OutlineRow {
  readonly key: string
  /** 1 at the left edge. */
  readonly level: number
  readonly block: string
  /** The kind of a block's own row; null for its parts. */
  readonly kind: string | null
  /** The seller's name of a block; of a part what it is called in the flow's own terms. */
  readonly title: string
  /** In the chosen language, else the default one. */
  readonly text: string | null
  /** Second text of a part: the answer to a question. */
  readonly detail: string | null
  readonly when: Condition | null
  /** Taken when the buyer stays silent. */
  readonly afterSilence: boolean
  readonly on: boolean
  readonly entry: keyof FlowDocument['entries'] | null
  readonly reached: boolean
  readonly lead: Lead | null
  readonly hasParts: boolean
}

/**
 * The flow as a tree, read from top to bottom as a buyer meets it: what follows a block stands below it at the same level, where a
 * part leads elsewhere its branch stands below that part. Every block appears once; what no path reaches comes last.
 */
export function outlineRows(flow: FlowDocument, locale: string): readonly OutlineRow[] {
  const rows: OutlineRow[] = []
  const placed = new Set<string>()
  const say = textIn(flow, locale)

  const place = (
    start: string | undefined,
    level: number,
    reached: boolean,
    entry: OutlineRow['entry'],
  ): void => {
    const chain = unplacedChain(flow, start, placed)
    chain.forEach((id) => placed.add(id))
    chain.forEach((id, index) => {
      const block = flow.blocks[id]
      if (!block) return
      const parts = partsOf(flow, id, block)
      const main = portsOf(block).find((port) => port.main)
      rows.push({
        ...NOTHING,
        key: id,
        level,
        block: id,
        kind: block.kind,
        title: titleOf(flow, id),
        text: say(id),
        on: isEnabled(block),
        entry: index === 0 ? entry : null,
        reached,
        lead: main ? leadOf(flow, main) : null,
        hasParts: parts.length > 0,
      })
      for (const part of parts) {
        const { port, texts, ...shown } = part
        const [text = null, detail = null] = texts.map(say)
        const lead = port ? leadOf(flow, port) : null
        rows.push({ ...NOTHING, ...shown, level: level + 1, block: id, text, detail, reached, lead })
        place(lead?.block ?? undefined, level + 2, reached, null)
      }
    })
  }

  place(flow.entries.reception, 1, true, 'reception')
  place(flow.entries.orderCard, 1, true, 'orderCard')
  Object.keys(flow.blocks).forEach((id) => place(id, 1, false, null))
  return rows
}

const NOTHING = {
  kind: null,
  text: null,
  detail: null,
  when: null,
  afterSilence: false,
  on: true,
  entry: null,
  lead: null,
  hasParts: false,
} as const

interface Part extends Pick<OutlineRow, 'key' | 'title' | 'when' | 'afterSilence' | 'on'> {
  readonly texts: readonly string[]
  readonly port: Port | undefined
}

/** What a block is made of: its texts grouped by item, then ports that have no words of their own. */
function partsOf(flow: FlowDocument, id: string, block: Block): readonly Part[] {
  const items = new Map<string, string[]>()
  for (const { key } of kindOf(block).texts(id, block, flow.variables)) {
    const [, item] = key.split('.')
    if (item !== undefined) items.set(item, [...(items.get(item) ?? []), key])
  }
  const ports = portsOf(block).filter((port) => !port.main)
  for (const { label } of ports) if (!items.has(label)) items.set(label, [])
  return [...items].map(([item, texts]) => {
    const port = ports.find(({ label }) => label === item)
    return {
      key: `${id}.${item}`,
      title: item,
      texts,
      port,
      when: conditionOf(block, item),
      afterSilence: port?.afterSilence ?? false,
      on: isPartOn(block, item),
    }
  })
}

function portsOf(block: Block): readonly Port[] {
  return kindOf(block).ports(block)
}

function conditionOf(block: Block, item: string): Condition | null {
  const asking = 'cases' in block ? block.cases : 'templates' in block ? (block.templates ?? []) : []
  return asking.find(({ id }) => id === item)?.when ?? null
}

function isPartOn(block: Block, item: string): boolean {
  return !('questions' in block) || (block.questions.find(({ id }) => id === item)?.enabled ?? true)
}

/** The blocks that follow each other by their main ports, up to one that stands elsewhere already. */
function unplacedChain(
  flow: FlowDocument,
  start: string | undefined,
  placed: ReadonlySet<string>,
): readonly string[] {
  const chain: string[] = []
  for (let at = start; at !== undefined;) {
    const block: Block | undefined = Object.hasOwn(flow.blocks, at) ? flow.blocks[at] : undefined
    if (!block || placed.has(at) || chain.includes(at)) break
    chain.push(at)
    at = portsOf(block).find((port) => port.main)?.target
  }
  return chain
}

function leadOf(flow: FlowDocument, { target }: Port): Lead {
  if (target === undefined) return { block: null, title: '' }
  return Object.hasOwn(flow.blocks, target)
    ? { block: target, title: titleOf(flow, target) }
    : { block: null, title: target }
}

export function titleOf({ layout }: Pick<FlowDocument, 'layout'>, block: string): string {
  return layout[block]?.title ?? block
}

/** What all blocks are called, in the document's order. */
export function blockTitles({
  blocks,
  layout,
}: Pick<FlowDocument, 'blocks' | 'layout'>): ReadonlyMap<string, string> {
  return new Map(Object.keys(blocks).map((id) => [id, titleOf({ layout }, id)]))
}

export function textIn(flow: FlowDocument, locale: string): (key: string) => string | null {
  const own = flow.texts[locale] ?? {}
  const fallback = flow.texts[flow.defaultLocale] ?? {}
  return (key) => own[key] ?? fallback[key] ?? null
}
