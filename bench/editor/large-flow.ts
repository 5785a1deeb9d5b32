import { FLOW_FORMAT, type FlowDocument } from '@shopbell/engine'

export const BLOCKS = 300
export const LINKS = 900
const COLUMNS = 15
const STEP = { x: 324, y: 230 } as const

const idOf = (n: number): string => `block-${String(n)}`
const OPTIONS = ['small', 'large'] as const

/** A flow as large as anybody draws one: 300 blocks in a grid, half of them questions, half conditions, with three links each. */
export function largeFlow(): FlowDocument {
  const numbers = Array.from({ length: BLOCKS }, (_, n) => n)
  const questions = numbers.filter((n) => n % 2 === 0)
  const ahead = (n: number, by: number): string => idOf(Math.min(n + by, BLOCKS - 1))
  return {
    format: FLOW_FORMAT,
    id: 'large',
    name: 'Large reception',
    defaultLocale: 'en',
    variables: Object.fromEntries(
      questions.map((n) => [`answer-${String(n)}`, { type: 'choice', options: [...OPTIONS] }]),
    ),
    entries: { reception: idOf(0) },
    blocks: Object.fromEntries(
      numbers.map((n) => [
        idOf(n),
        n % 2 === 0
          ? {
              kind: 'smart-question',
              enabled: true,
              variable: `answer-${String(n)}`,
              next: ahead(n, 1),
              choices: OPTIONS.map((id, index) => ({ id, next: ahead(n, 2 + index * COLUMNS) })),
            }
          : {
              kind: 'condition',
              cases: OPTIONS.map((value, index) => ({
                id: value,
                when: { source: 'variable', name: `answer-${String(n - 1)}`, op: 'is', value },
                next: ahead(n, 2 + index * COLUMNS),
              })),
              else: ahead(n, 1),
            },
      ]),
    ),
    texts: {
      en: Object.fromEntries(
        questions.flatMap((n) => [
          [idOf(n), `Question ${String(n)}: which of our bottles do you need, and by when?`],
          ...OPTIONS.map((option) => [`${idOf(n)}.${option}.label`, `A ${option} one`] as const),
        ]),
      ),
    },
    layout: Object.fromEntries(
      numbers.map((n) => [
        idOf(n),
        { x: (n % COLUMNS) * STEP.x, y: Math.floor(n / COLUMNS) * STEP.y, title: `Step ${String(n)}` },
      ]),
    ),
  }
}
