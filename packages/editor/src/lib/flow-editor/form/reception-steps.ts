import { kindOf, type Block, type FlowDocument } from '@shopbell/engine'

/** One step of the form: a block, or smart questions that follow each other, which are one list. */
export interface FormStep {
  readonly key: string
  readonly kind: Block['kind']
  readonly blocks: readonly string[]
}

export interface ReceptionSteps {
  /** What every buyer meets, in order. */
  readonly order: readonly FormStep[]
  /** What only some meet, or nobody. */
  readonly branches: readonly FormStep[]
}

/** The flow as the form shows it: the way along the main ports first, then everything else. */
export function receptionSteps(document: Pick<FlowDocument, 'blocks' | 'entries'>): ReceptionSteps {
  const seen = new Set<string>()
  const order = grouped(document, chainFrom(document, document.entries.reception, seen))
  const branches: FormStep[] = []
  const starts = [document.entries.orderCard, ...Object.keys(document.blocks)]
  for (const start of starts) branches.push(...grouped(document, chainFrom(document, start, seen)))
  return { order, branches }
}

function chainFrom(
  { blocks }: Pick<FlowDocument, 'blocks'>,
  start: string | undefined,
  seen: Set<string>,
): readonly string[] {
  const chain: string[] = []
  let id = start
  while (id !== undefined && !seen.has(id)) {
    const block: Block | undefined = Object.hasOwn(blocks, id) ? blocks[id] : undefined
    if (!block) break
    seen.add(id)
    chain.push(id)
    id = kindOf(block)
      .ports(block)
      .find(({ main }) => main)?.target
  }
  return chain
}

function grouped({ blocks }: Pick<FlowDocument, 'blocks'>, chain: readonly string[]): readonly FormStep[] {
  const steps: FormStep[] = []
  for (const id of chain) {
    const block = blocks[id]
    if (!block) continue
    const last = steps.at(-1)
    if (last && last.kind === block.kind && kindOf(block).step === 'smart_questions') {
      steps[steps.length - 1] = { ...last, blocks: [...last.blocks, id] }
    } else steps.push({ key: id, kind: block.kind, blocks: [id] })
  }
  return steps
}

/** The step a block stands in. */
export function stepOf({ order, branches }: ReceptionSteps, block: string): FormStep | undefined {
  return [...order, ...branches].find(({ blocks }) => blocks.includes(block))
}
