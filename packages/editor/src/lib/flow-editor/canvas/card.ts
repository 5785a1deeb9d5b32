import {
  characterCount,
  isEnabled,
  kindOf,
  type Block,
  type BlockLayout,
  type Condition,
  type FlowDocument,
  type Profile,
} from '@shopbell/engine'
import { questionsOf } from '../commands/questions.ts'
import { waysOf, type WayOut } from '../commands/ways.ts'
import { textIn, titleOf } from '../outline-rows.ts'
import { CARD, linesOf } from './card-size.ts'

/** A row of a block: a choice, a case or a question, with the port it leads from. */
export interface CardRow {
  readonly key: string
  /** What is said there, in the shown language; null where it has no words. */
  readonly text: string | null
  readonly when: Condition | null
  readonly way: WayOut | null
  readonly state: PortState
  /** What the block is called that the way leads to. */
  readonly leadsTo: string | null
}

/** `onward`: a choice that goes on with the others. */
export type PortState = 'leads' | 'nowhere' | 'onward'

/** One block as the canvas shows it; equal documents give equal cards. */
export interface Card {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** null where nothing is said, `''` where words are missing. */
  readonly text: string | null
  readonly lines: 0 | 1 | 2
  /** How long the text is, of how much. */
  readonly length: { readonly n: number; readonly max: number } | null
  readonly list: { readonly on: number; readonly made: number } | null
  /** What a block without words does: how many products, which people. */
  readonly products: number | null
  readonly group: string | null
  readonly rows: readonly CardRow[]
  readonly main: WayOut | null
  readonly mainState: PortState
  readonly mainLeadsTo: string | null
  readonly on: boolean
  readonly entry: keyof FlowDocument['entries'] | null
  readonly height: number
}

/** What a card was made of. While all of it is as it was, so is the card. */
interface Trace {
  readonly profile: Profile
  readonly block: Block
  readonly place: BlockLayout | undefined
  readonly variables: FlowDocument['variables']
  readonly entries: FlowDocument['entries']
  readonly words: readonly (readonly [key: string, text: string | null])[]
  readonly targets: readonly (readonly [block: string, title: string | null])[]
}

const traces = new WeakMap<Card, Trace>()

/** Cards of all blocks; those (and a map) that say the same as before are the same objects, so that nothing else is drawn again. */
export function cardsOf(
  document: FlowDocument,
  profile: Profile,
  locale: string,
  before: ReadonlyMap<string, Card> = new Map(),
): ReadonlyMap<string, Card> {
  const say = textIn(document, locale)
  const cards = new Map(
    Object.entries(document.blocks).map(([id, block]) => {
      const old = before.get(id)
      if (old && holds(traces.get(old), document, profile, id, say)) return [id, old]
      const words = new Map<string, string | null>()
      const card = cardOf(document, profile, id, (key) => {
        const text = say(key)
        words.set(key, text)
        return text
      })
      const targets = waysOf(document, id).flatMap(({ target }) => target ?? [])
      traces.set(card, {
        profile,
        block,
        place: document.layout[id],
        variables: document.variables,
        entries: document.entries,
        words: [...words],
        targets: targets.map((target) => [target, titleAt(document, target)]),
      })
      return [id, card]
    }),
  )
  const isSame = cards.size === before.size && [...cards].every(([id, card]) => before.get(id) === card)
  return isSame ? before : cards
}

function holds(
  trace: Trace | undefined,
  document: FlowDocument,
  profile: Profile,
  id: string,
  say: (key: string) => string | null,
): boolean {
  const { blocks, layout, variables, entries } = document
  return (
    trace !== undefined &&
    trace.block === blocks[id] &&
    trace.place?.title === layout[id]?.title &&
    trace.variables === variables &&
    trace.entries === entries &&
    trace.profile === profile &&
    trace.words.every(([key, text]) => say(key) === text) &&
    trace.targets.every(([target, title]) => titleAt(document, target) === title)
  )
}

function cardOf(
  document: FlowDocument,
  profile: Profile,
  id: string,
  say: (key: string) => string | null,
): Card {
  const block = document.blocks[id]
  if (!block) throw new Error(`There is no block ${id}`)
  const use = kindOf(block)
    .texts(id, block, document.variables)
    .find(({ key }) => key === id)
  const text = say(id) ?? (use?.required ? '' : null)
  const ways = waysOf(document, id)
  const main = ways.find((way) => way.main) ?? null
  const questions = questionsOf(document, id)
  const asked = questions.filter(({ enabled }) => enabled)
  const rows = [
    ...asked.map((question): CardRow => ({
      key: question.id,
      text: say(`${id}.${question.id}.question`) ?? '',
      when: null,
      way: null,
      state: 'onward',
      leadsTo: null,
    })),
    ...ways.filter((way) => !way.main).map((way) => rowOf(document, way, say)),
  ]
  const limit = use?.limit?.(profile)
  const products = 'count' in block ? (block.count ?? null) : null
  const group = 'group' in block ? (block.group ?? null) : null
  const list = 'questions' in block ? { on: asked.length, made: questions.length } : null
  const shown = text ?? (products === null ? group : String(products))
  const lines = text === '' ? 1 : linesOf(shown ?? '')
  return {
    id,
    kind: block.kind,
    title: titleOf(document, id),
    text,
    lines,
    length:
      limit === undefined || text === null
        ? null
        : { n: characterCount(text, profile.reception.faq.countMode), max: limit },
    list,
    products,
    group,
    rows,
    main,
    mainState: main ? stateOf(document, main) : 'onward',
    mainLeadsTo: titleAt(document, main?.target),
    on: isEnabled(block),
    entry: entryAt(document, id),
    height: heightOf(lines, rows.length + (list ? 1 : 0)),
  }
}

function rowOf(document: FlowDocument, way: WayOut, say: (key: string) => string | null): CardRow {
  const block = document.blocks[way.block]
  const cases = block && 'cases' in block ? block.cases : []
  return {
    key: way.path,
    text: say(`${way.block}.${way.label}.label`),
    when: cases.find(({ id }) => id === way.label)?.when ?? null,
    way,
    state: stateOf(document, way),
    leadsTo: titleAt(document, way.target),
  }
}

/** null where there is no such block. */
function titleAt(document: FlowDocument, block: string | undefined): string | null {
  return block !== undefined && Object.hasOwn(document.blocks, block) ? titleOf(document, block) : null
}

function stateOf({ blocks }: FlowDocument, { port, target }: WayOut): PortState {
  if (port === null) return 'onward'
  return target !== undefined && Object.hasOwn(blocks, target) ? 'leads' : 'nowhere'
}

function entryAt({ entries }: FlowDocument, id: string): Card['entry'] {
  if (entries.reception === id) return 'reception'
  return entries.orderCard === id ? 'orderCard' : null
}

function heightOf(lines: number, rows: number): number {
  const text = lines === 0 ? 0 : lines * CARD.line + (rows === 0 ? CARD.gap : CARD.gap - 3)
  return CARD.head + text + rows * CARD.row + (rows === 0 ? 0 : 2)
}
