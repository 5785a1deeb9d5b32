import fc from 'fast-check'
import type { Block } from '../blocks/registry.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Condition } from '../flow/condition.ts'
import type { Variable } from '../flow/variable.ts'

const IDS: readonly string[] = [
  ...['1', '2', '10', '-', '--', 'a', 'z', 'a-b', 'x1', 'q-9', 'm'.repeat(40)],
  ...['hello', 'faq', 'open', 'asking', 'path', 'reception', 'xstate', 'after'],
]
/** Two ends of a flow and nine blocks between, at the most. */
const MOST_BLOCKS = 14
const MOST_QUESTIONS = 5
const MOST_ENABLED = 5

const when: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { source: 'card', op: 'is', value: 'product' },
  { source: 'words', op: 'mentions', value: ['thanks', 'H'] },
  { source: 'entry', op: 'oneOf', value: ['order', 'product'] },
  { source: 'returning', op: 'is', value: true },
  { source: 'openNow', op: 'is', value: false },
  { source: 'locale', op: 'is', value: 'en' },
)
const variable: fc.Arbitrary<Variable> = fc.constantFrom<Variable>(
  { type: 'choice', options: ['s', 'm', '3'] },
  { type: 'choices', options: ['s', 'm'] },
  { type: 'number', unit: 'pcs', min: 1, max: 99 },
  { type: 'text' },
  { type: 'date' },
)
/** Off now and then. */
const enabled = fc.integer({ min: 0, max: 5 }).map((n) => n !== 0)
/** How far a way leads on; with `back` to a block after the list instead. */
const way = fc.record({ on: fc.nat(2), back: fc.option(fc.nat(8), { nil: null, freq: 4 }) })

const part = fc.oneof(
  fc.record({
    part: fc.constant('ask'),
    enabled,
    variable,
    /** Asks for what the first question asked for. */
    again: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    choice: fc.option(way, { nil: null }),
    timeout: fc.option(way, { nil: null }),
    reminds: fc.boolean(),
  }),
  fc.record({ part: fc.constant('say'), enabled }),
  fc.record({ part: fc.constant('fork'), enabled, when, way }),
)

/** Texts as sellers write them: any script, line ends, variables, braces of their own. */
const words: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll(/[{}\u0000]/g, '')),
      fc.constantFrom(
        '\n',
        '{{store.name}}',
        '{{buyer.name|friend}}',
        '{{product.name|it}}',
        '{{answers|none}}',
        '{',
        '…',
      ),
    ),
    { maxLength: 3 },
  )
  .map((bits) => `${bits.join(' ')}t`)

const plan = fc.record({
  ids: fc.shuffledSubarray([...IDS], { minLength: MOST_BLOCKS, maxLength: MOST_BLOCKS }),
  greets: enabled,
  template: fc.option(when, { nil: null }),
  picks: fc.option(fc.record({ enabled, count: fc.integer({ min: 1, max: 4 }) }), { nil: null }),
  list: fc.option(fc.record({ enabled, on: fc.array(fc.boolean(), { maxLength: 7 }) }), { nil: null }),
  parts: fc.array(part, { maxLength: 9 }),
  person: fc.option(fc.constantFrom('', 'sales'), { nil: null }),
  says: fc.infiniteStream(words),
  speaksChinese: fc.infiniteStream(fc.boolean()),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never
type Part = Plan['parts'][number]
type Way = { readonly on: number; readonly back: number | null }

/**
 * Any flow that can be published under the built-in rule books: blocks in the usual order, ways that branch forwards, or back to ask
 * again.
 */
export const arbitraryFlow: fc.Arbitrary<FlowDocument> = plan.map(buildFlow)

function buildFlow(made: Plan): FlowDocument {
  const { ids, greets, template, picks, list, parts, person } = made
  const before = 1 + (picks ? 1 : 0) + (list ? 1 : 0)
  const last = before + parts.length
  const idAt = (index: number): string => ids[Math.min(index, last)] ?? 'hello'
  const variables = declared(parts)
  const ends: Block =
    person === null ? { kind: 'end' } : { kind: 'handoff', ...(person === '' ? {} : { group: person }) }
  const blocks: readonly Block[] = [
    {
      kind: 'greeting',
      enabled: greets,
      next: idAt(1),
      ...(template ? { templates: [{ id: 't', when: template }] } : {}),
    },
    ...(picks ? [{ kind: 'recommendation' as const, ...picks, next: idAt(2) }] : []),
    ...(list
      ? [
          {
            kind: 'faq' as const,
            enabled: list.enabled,
            questions: questionsOf(list.on, ids),
            next: idAt(before),
          },
        ]
      : []),
    ...parts.map((one, index) => blockOf(one, index, before, idAt, parts)),
    ends,
  ]
  const byId = Object.fromEntries(blocks.map((block, index) => [idAt(index), block]))
  return {
    format: 1,
    id: 'any-flow',
    name: 'Any flow',
    defaultLocale: 'en',
    variables,
    entries: { reception: idAt(0) },
    blocks: byId,
    texts: textsOf(byId, variables, made),
    layout: {},
  }
}

function questionsOf(on: readonly boolean[], ids: readonly string[]) {
  let count = 0
  return on.map((wanted, index) => ({ id: ids[index] ?? 'q', enabled: wanted && ++count <= MOST_ENABLED }))
}

const nameOf = (index: number): string => `v${index}`

function asks(one: Part): one is Extract<Part, { part: 'ask' }> {
  return one.part === 'ask'
}

/** Which variable the part at `index` asks for; null when it asks for none, or would be one question too many. */
function askedAt(parts: readonly Part[], index: number): string | null {
  const one = parts[index]
  const earlier = parts.slice(0, index).filter(asks).length
  if (!one || !asks(one) || earlier >= MOST_QUESTIONS) return null
  return nameOf(one.again ? parts.findIndex(asks) : index)
}

function declared(parts: readonly Part[]): FlowDocument['variables'] {
  return Object.fromEntries(parts.flatMap((one, index) => (asks(one) ? [[nameOf(index), one.variable]] : [])))
}

function blockOf(
  one: Part,
  index: number,
  before: number,
  idAt: (index: number) => string,
  parts: readonly Part[],
): Block {
  const here = before + index
  const next = idAt(here + 1)
  const follow = ({ on, back }: Way): string =>
    back === null ? idAt(here + 1 + on) : idAt(before + (back % (index + 1)))
  if (one.part === 'fork') {
    const cases = [{ id: 'c', when: one.when, next: follow({ ...one.way, back: null }) }]
    return { kind: 'condition', enabled: one.enabled, cases, else: next }
  }
  const asked = askedAt(parts, index)
  if (!asks(one) || asked === null) return { kind: 'message', enabled: one.enabled, next }
  const hasChoice = declared(parts)[asked]?.type === 'choice' && one.choice
  return {
    kind: 'smart-question',
    enabled: one.enabled,
    variable: asked,
    next,
    ...(hasChoice ? { choices: [{ id: 'm', next: follow(hasChoice) }] } : {}),
    ...(one.reminds ? { reminder: { afterSeconds: 60 + index } } : {}),
    ...(one.timeout ? { timeout: { afterSeconds: 3_600 + index, next: follow(one.timeout) } } : {}),
  }
}

function textsOf(
  blocks: Readonly<Record<string, Block>>,
  variables: FlowDocument['variables'],
  { says, speaksChinese }: Plan,
) {
  const en: Record<string, string> = {}
  const zh: Record<string, string> = {}
  const write = (key: string): void => {
    en[key] = String(says.next().value)
    if (speaksChinese.next().value) zh[key] = `译${String(says.next().value)}`
  }
  for (const [id, block] of Object.entries(blocks)) {
    write(id)
    if (block.kind === 'greeting') write(`${id}.t.text`)
    if (block.kind === 'faq') {
      block.questions.forEach(({ id: question }, n) => {
        en[`${id}.${question}.question`] = `${'ABCDEFG'.charAt(n)}?`
        zh[`${id}.${question}.question`] = `${'甲乙丙丁戊己庚'.charAt(n)}？`
        write(`${id}.${question}.answer`)
      })
    }
    if (block.kind === 'smart-question') {
      const asked = variables[block.variable]
      for (const option of asked && 'options' in asked ? asked.options : [])
        en[`${id}.${option}.label`] = `Label ${option}`
      if (block.reminder && speaksChinese.next().value) write(`${id}.reminder`)
    }
  }
  return { en, 'zh-CN': zh }
}
