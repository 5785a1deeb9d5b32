import { FLOW_FORMAT, kindOf, type Block, type FlowDocument } from '@shopbell/engine'

export const BLOCKS = 300
const COLUMNS = 15
const STEP = { x: 324, y: 230 } as const
const OPTIONS = ['tiny', 'small', 'medium', 'large', 'huge'] as const
const CASES = OPTIONS.slice(0, 4)

const idOf = (n: number): string => `block-${String(n)}`
const ahead = (n: number, by: number): string => idOf(Math.min(n + by, BLOCKS - 1))

/** A flow as large as anybody draws one: 300 blocks in a grid, messages and conditions in turn, with 900 links. It can be published. */
export function largeFlow(): FlowDocument {
  const numbers = Array.from({ length: BLOCKS }, (_, n) => n)
  return {
    format: FLOW_FORMAT,
    id: 'large',
    name: 'Large reception',
    defaultLocale: 'en',
    variables: { size: { type: 'choice', options: [...OPTIONS] } },
    entries: { reception: idOf(0) },
    blocks: Object.fromEntries(numbers.map((n) => [idOf(n), blockAt(n)])),
    texts: {
      en: {
        ...Object.fromEntries(OPTIONS.map((option) => [`${idOf(0)}.${option}.label`, `A ${option} one`])),
        ...Object.fromEntries(
          numbers
            .filter((n) => n % 2 === 0)
            .map((n) => [
              idOf(n),
              `Step ${String(n)}: we make steel bottles for brands, in sizes of your own.`,
            ]),
        ),
      },
    },
    layout: Object.fromEntries(
      numbers.map((n) => [
        idOf(n),
        { x: (n % COLUMNS) * STEP.x, y: Math.floor(n / COLUMNS) * STEP.y, title: `Step ${String(n)}` },
      ]),
    ),
  }
}

export function countLinks({ blocks }: FlowDocument): number {
  return Object.values(blocks).reduce((sum, block) => sum + kindOf(block).ports(block).length, 0)
}

function blockAt(n: number): Block {
  if (n === BLOCKS - 1) return { kind: 'handoff' }
  if (n === 0) {
    const choices = OPTIONS.map((id, index) => ({ id, next: ahead(n, index + 1) }))
    return { kind: 'smart-question', enabled: true, variable: 'size', next: ahead(n, 1), choices }
  }
  if (n % 2 === 0) return { kind: 'message', next: ahead(n, 1) }
  return {
    kind: 'condition',
    cases: CASES.map((value, index) => ({
      id: value,
      when: { source: 'variable', name: 'size', op: 'is', value },
      next: ahead(n, 2 + index * (COLUMNS / 3)),
    })),
    else: ahead(n, 1),
  }
}
