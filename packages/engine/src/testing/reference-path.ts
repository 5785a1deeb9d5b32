import type { Block } from '../blocks/registry.ts'
import type { Facts } from '../conversation/facts.ts'
import type { FlowDocument } from '../document/flow-document.ts'
import type { Condition } from '../flow/condition.ts'
import type { AnswerValue } from '../flow/variable.ts'

/** What the model remembers of one conversation: lists and maps, no machine. */
export interface Memory {
  session: boolean
  handling: 'robot' | 'waiting' | 'human' | 'closed'
  /** Nothing of the reception has happened in this session. */
  fresh: boolean
  open: { block: string; seq: number } | null
  answers: Map<string, AnswerValue>
  timers: Map<string, number>
  group: string | null
  locale: string
  entry: string | null
  lastAt: number
  lastContactAt: number | null
  personAt: number | null
  receivedDay: string | null
  /** The shop spoke after the buyer's last words, thanks aside. */
  answered: boolean
  /** Products asked about in this session. */
  asked: string[]
  /** The kind of card and the words that came with this event. */
  card: string | null
  words: string | null
  /** Since when the robot's words are counted, and how many there were. */
  hour: { since: number; count: number }
  list: number | null
  startedAt: number
  /** These words only close. */
  closes: boolean
  /** Agents whom the buyer's words reached in this session, and whether the closing reply was given in it. */
  reached: string[]
  saidGoodbye: boolean
  /** When status replies were given, whatever the session. */
  busyAt: number | null
  awayDay: string | null
  firstDays: Map<string, string>
  /** The status reply that waits for its time. */
  delayed: {
    kind: 'status_closing' | 'status_busy' | 'away' | 'status_first'
    generation: number | null
  } | null
  /** Cards of this session that the list for cards came with, and the seqs of the newest such list and choice of categories. */
  listed: string[]
  cardList: number | null
  categoryList: number | null
}

/** A buyer nobody knows. */
export function newMemory(): Memory {
  return {
    session: false,
    handling: 'robot',
    fresh: true,
    open: null,
    answers: new Map(),
    timers: new Map(),
    group: null,
    locale: '',
    entry: null,
    lastAt: 0,
    lastContactAt: null,
    personAt: null,
    receivedDay: null,
    list: null,
    listed: [],
    cardList: null,
    categoryList: null,
    card: null,
    words: null,
    answered: false,
    asked: [],
    hour: { since: -Infinity, count: 0 },
    startedAt: 0,
    closes: false,
    reached: [],
    saidGoodbye: false,
    busyAt: null,
    awayDay: null,
    firstDays: new Map(),
    delayed: null,
  }
}

/** A new session; who waited for a person goes on waiting. */
export function beginSession(is: Memory, document: FlowDocument, at: number, { locales }: Facts): void {
  const waits = is.session && is.handling === 'waiting'
  Object.assign(is, {
    ...{
      fresh: true,
      open: null,
      answers: new Map(),
      asked: [],
      listed: [],
      reached: [],
      saidGoodbye: false,
    },
    ...{ delayed: null, startedAt: at, lastAt: at, handling: waits ? 'waiting' : 'robot' },
  })
  is.timers.clear()
  if (!waits) is.group = null
  const written = Object.keys(document.texts)
  is.locale = locales.find((locale) => written.includes(locale)) ?? document.defaultLocale
}

/** What the path needs of the model: its memory, and how it speaks. */
export interface Scene {
  readonly document: FlowDocument
  readonly is: Memory
  readonly facts: Facts
  text(key: string): string
  /** Adds a line and gives its seq. */
  say(line: string): number
  /** Says a text of the robot, if one is written. */
  robot(kind: string, source: string, key?: string): void
}

/** Follows the path until it waits or ends; gives back a question that no list has answered. */
export function followPath(scene: Scene, start: string | undefined, asked: string | null): string | null {
  const {
    document: { blocks },
    is,
    facts,
    text,
    say,
    robot,
  } = scene
  let at = start
  let question = asked
  while (at !== undefined) {
    const id: string = at
    const block: Block | undefined = blocks[id]
    at = block && 'next' in block ? block.next : undefined
    if (!block) return question
    if (!isOn(block)) {
      at = block.kind === 'condition' ? block.else : at
      continue
    }
    switch (block.kind) {
      case 'greeting': {
        const template = block.templates?.find(({ when }) => holds(scene, when))
        robot('welcome', id, template ? `${id}.${template.id}.text` : id)
        break
      }
      case 'recommendation':
        if ((facts.products?.length ?? 0) > 0) say(`recommendation ${id}`)
        break
      case 'faq':
        if (!block.questions.some(({ enabled }) => enabled)) break
        is.list = say(`faq_list ${id}`)
        if (question !== null) robot('faq_answer', question, `${id}.${question}.answer`)
        question = null
        break
      case 'smart-question':
        if (is.answers.has(block.variable)) break
        is.open = { block: id, seq: say(`smart_question ${id}`) }
        return question
      case 'message':
        robot('flow_message', id)
        break
      case 'condition':
        at = block.cases.find(({ when }) => holds(scene, when))?.next ?? block.else
        break
      case 'handoff':
        if (text(id).trim() !== '') say(`closing ${id}`)
        is.group = block.group ?? 'general'
        if (is.handling === 'robot') is.handling = 'waiting'
        return question
      case 'end':
        robot('flow_message', id)
    }
  }
  return question
}

function holds({ is, facts }: Scene, { source, name = '', op, value }: Condition): boolean {
  const returning = facts.buyer.lastContactAt !== null || facts.buyer.receivedAt !== null
  const left = {
    variable: is.answers.get(name),
    locale: is.locale,
    entry: is.entry,
    card: is.card,
    words: is.words,
    openNow: facts.store.openNow,
    returning,
  }[source]
  if (op === 'atLeast') return typeof left === 'number' && left >= Number(value)
  if (op === 'mentions') {
    const words = typeof left === 'string' ? plain(left) : ''
    return Array.isArray(value) && value.some((keyword) => words.includes(plain(keyword)))
  }
  if (op === 'oneOf') return Array.isArray(value) && value.includes(String(left))
  return left === value
}

/** Letters of every width are the same, and an accent belongs to its letter. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

export function isOn(block: Block | undefined): boolean {
  return block !== undefined && (!('enabled' in block) || block.enabled !== false)
}
