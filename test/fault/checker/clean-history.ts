import {
  compileFlow,
  encodeFacts,
  type Facts,
  parseFlow,
  profileById,
  type ReceptionEvent,
  type Session,
  step,
  UNKNOWN_BUYER,
} from '@shopbell/engine'
import { readFileSync } from 'node:fs'
import { bodyOf } from '../history/body-of.ts'
import type { Operation } from '../history/operation.ts'
import type { KeptConversation, KeptMessage, KeptTimer, Snapshot } from './snapshot.ts'

/** A history in which everything went well, and what the database holds after it: doctored by the tests of the checker. */
export interface CleanRun {
  readonly history: readonly Operation[]
  readonly snapshot: Snapshot
}

const SAMPLE = new URL('../../../flows/export-factory/flow.json', import.meta.url)
const CONVERSATION = 'conversation-one'
const BEGAN_AT = Date.UTC(2026, 0, 5, 3)
const MINUTE_MS = 60_000

/** One buyer with two tabs and an agent; the reception, a question, a reminder that fires, an answer by a person. */
export function cleanRun(): CleanRun {
  const flow = parseFlow(readFileSync(SAMPLE, 'utf8'))
  if (!flow.ok) throw new Error('The sample flow is unreadable.')
  const program = compileFlow(flow.document, 1)
  const profile = profileById('marketplace')
  if (!profile) throw new Error('The rule book of the sample shop is gone.')

  let session: Session | null = null
  let buyer = UNKNOWN_BUYER
  const messages: KeptMessage[] = []
  const journal: KeptConversation['journal'][number][] = []
  const timers = new Map<string, KeptTimer>()
  const take = (event: ReceptionEvent, clientId: string | null = null): void => {
    const facts: Facts = {
      head: messages.length,
      store: { name: 'Fault Wares', timeZone: 'Asia/Shanghai', openNow: true },
      profile,
      locales: ['en'],
      buyer,
      liveVersion: 1,
      list: program.list,
      heldList: null,
    }
    const taken = step(program, session, event, facts)
    session = taken.session
    let first = true
    for (const effect of taken.effects) {
      if (effect.type === 'message') {
        const { author, kind, content } = effect
        const seq = messages.length + 1
        messages.push({ seq, at: event.at, author, kind, content, clientId: first ? clientId : null })
        first = false
      } else if (effect.type === 'remember') buyer = effect.record
      else if (effect.type === 'schedule') timers.set(effect.id, effect)
      else if (effect.type === 'cancel') timers.delete(effect.id)
    }
    if (event.type === 'timer.fired') timers.delete(event.id)
    journal.push({ revision: journal.length + 1, event, facts: encodeFacts(facts) })
  }

  take({ type: 'buyer.entered', at: BEGAN_AT, entry: 'product' })
  take({ type: 'buyer.said', at: BEGAN_AT + 1_000, text: 'MOQ?' }, 'laneaaaa.1')
  take({ type: 'buyer.said', at: BEGAN_AT + 2_000, text: 'Samples?' }, 'laneaaaa.2')
  const [reminder] = [...timers.values()].toSorted((a, b) => a.dueAt - b.dueAt)
  if (reminder === undefined) throw new Error('The sample flow reminds of nothing.')
  const { id, generation, dueAt } = reminder
  take({ type: 'timer.fired', at: dueAt + 400, id, generation })
  take({ type: 'agent.replied', at: dueAt + MINUTE_MS, agent: 'Agent', text: 'Good morning' }, 'agentaaa.1')

  const conversation: KeptConversation = {
    storeId: 1,
    publicId: CONVERSATION,
    head: messages.length,
    messages,
    journal,
    timers: [...timers.values()].map(({ id, generation, dueAt }) => ({ id, generation, dueAt })),
  }
  return {
    history: historyOf(messages),
    snapshot: {
      now: dueAt + 2 * MINUTE_MS,
      conversations: [conversation],
      flows: { '1.1': readFileSync(SAMPLE, 'utf8') },
    },
  }
}

/** The first tab writes and is cut off once, the second only looks. */
function historyOf(messages: readonly KeptMessage[]): readonly Operation[] {
  const at = BEGAN_AT
  const shown = (client: string, connection: number, { seq, clientId, ...message }: KeptMessage) =>
    ({ f: 'message', client, at, connection, seq, body: bodyOf(message), id: clientId }) as const
  const seqOf = (id: string) => messages.find(({ clientId }) => clientId === id)?.seq ?? 0
  const write = (client: string, id: string, text: string) =>
    [
      { f: 'write', client, at, id, text },
      { f: 'send', client, at, connection: 1, id },
      { f: 'stored', client, at, connection: 1, id, seq: seqOf(id) },
    ] as const
  const greet = (client: string, connection: number, after: number) =>
    [
      { f: 'open', client, at, connection },
      { f: 'hello', client, at, connection, after },
      { f: 'welcome', client, at, connection, conversation: CONVERSATION, head: messages.length },
    ] as const
  const half = Math.floor(messages.length / 2)
  const bodies = messages.map(bodyOf)
  return [
    ...greet('first', 1, 0),
    ...write('first', 'laneaaaa.1', 'MOQ?'),
    ...messages.slice(0, half).map((message) => shown('first', 1, message)),
    ...write('first', 'laneaaaa.2', 'Samples?'),
    { f: 'closed', client: 'first', at, connection: 1, code: 1006 },
    ...greet('first', 2, half),
    { f: 'send', client: 'first', at, connection: 2, id: 'laneaaaa.2' },
    { f: 'stored', client: 'first', at, connection: 2, id: 'laneaaaa.2', seq: seqOf('laneaaaa.2') },
    ...messages.slice(half).map((message) => shown('first', 2, message)),
    ...write('agent', 'agentaaa.1', 'Good morning'),
    ...greet('second', 3, 0),
    ...messages.map((message) => shown('second', 3, message)),
    { f: 'held', client: 'first', at, conversation: CONVERSATION, bodies },
    { f: 'held', client: 'second', at, conversation: CONVERSATION, bodies },
  ]
}
