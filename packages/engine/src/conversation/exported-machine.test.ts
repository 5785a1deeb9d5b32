import { describe, expect, test } from 'vitest'
import { assign, createActor, setup, type ActorRefFrom } from 'xstate'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { exportMachine } from './export-machine.ts'

/**
 * A developer's own program: nothing but `xstate`, the exported JSON and the names of its vocabulary. It shares no code with the
 * engine, so it proves that the export says enough.
 */
const { config, texts } = JSON.parse(JSON.stringify(exportMachine(BOTTLE_FLOW)))
const WORDS: Readonly<Record<string, string>> = texts.en
const WORLD = { locale: 'en', entry: 'store_home', openNow: true, returning: false, products: 2 }

interface Context {
  readonly answers: Readonly<Record<string, unknown>>
  readonly handedTo: string | null
}

interface Heard {
  readonly type: string
  readonly question?: string | null
  readonly value?: unknown
  readonly world: Readonly<Record<string, unknown>>
}

type Params = Readonly<Record<string, string>>

function machineThatSays(said: string[]) {
  const say = (line: string | undefined) => void (line && said.push(line))
  return setup({
    // xstate reads types from phantom values
    types: { context: {} as Context, events: {} as Heard },
    guards: {
      when: ({ context, event }, { source = '', name = '', op, value }: Params) => {
        const left = source === 'variable' ? context.answers[name] : event.world[source]
        return op === 'atLeast' ? Number(left) >= Number(value) : left === value
      },
      known: ({ context }, { variable = '' }: Params) => variable in context.answers,
      chose: ({ event }, { option }: Params) => event.value === option,
      asksQuestion: ({ event }) => event.question !== null,
      hasProducts: ({ event }) => Number(event.world['products']) > 0,
      handedOver: ({ context }) => context.handedTo !== null,
    },
    actions: {
      send: (_, { text = '' }: Params) => say(WORDS[text]),
      sendClosing: ({ context }, { text = '' }: Params) =>
        say(`${WORDS[text]?.split('\n')[0] ?? ''} ${Object.values(context.answers).flat().join(', ')}`),
      sendList: (_, { block, questions }: { block: string; questions: readonly string[] }) =>
        say(`[${questions.map((id) => WORDS[`${block}.${id}.question`]).join(' | ')}]`),
      sendProducts: (_, { count = '' }: Params) => say(`${count} products`),
      answerQuestion: ({ event }) => say(WORDS[`faq.${event.question ?? ''}.answer`]),
      ask: (_, { block = '' }: Params) => say(`? ${WORDS[block] ?? ''}`),
      remind: (_, { block = '' }: Params) => say(WORDS[`${block}.reminder`]),
      closeQuestion: () => undefined,
      record: assign(({ context, event }, { variable = '' }: Params) => ({
        answers: { ...context.answers, [variable]: event.value },
      })),
      handOver: assign((_, { group = '' }: Params) => ({ handedTo: group })),
      clearHandover: assign({ handedTo: null }),
    },
  }).createMachine(config)
}

function start(said: string[]): ActorRefFrom<ReturnType<typeof machineThatSays>> {
  return createActor(machineThatSays(said)).start()
}

describe('the exported machine under plain XState', () => {
  test('greets, lists, asks one by one, answers taps in between, sums up and hands over', () => {
    const said: string[] = []
    const actor = start(said)
    actor.send({ type: 'reception.due', question: 'ship', world: WORLD })
    expect(said.splice(0)).toEqual([
      'Hello {{buyer.name|there}}, this is {{store.name}}.',
      '2 products',
      '[Shipping? | Price?]',
      'In 3 days.',
      '? Which size?',
    ])
    actor.send({ type: 'faq.tapped', question: 'price', world: WORLD })
    actor.send({ type: 'question.answered', value: 'other', world: WORLD })
    expect(said.splice(0)).toEqual(['10 each.', 'We make any size.', '? How many?'])
    for (const value of [1_200, ['logo'], 'red'])
      actor.send({ type: 'question.answered', value, world: WORLD })
    said.splice(0)
    actor.send({ type: 'question.answered', value: '2026-05-01', world: WORLD })
    expect(said).toEqual(['Key accounts noted: other, 1200, logo, red, 2026-05-01'])
    expect(actor.getSnapshot().value).toEqual({ handling: 'waiting', path: '$done', list: 'answering' })
    actor.stop()
  })

  test('falls silent when a person joins, and still answers taps', () => {
    const said: string[] = []
    const actor = start(said)
    actor.send({ type: 'reception.due', question: null, world: WORLD })
    said.splice(0)
    actor.send({ type: 'human.joined', world: WORLD })
    actor.send({ type: 'question.answered', value: 'small', world: WORLD })
    expect(said).toEqual([])
    actor.send({ type: 'faq.tapped', question: 'ship', world: WORLD })
    expect(said).toEqual(['In 3 days.'])
    expect(actor.getSnapshot().value).toEqual({ handling: 'human', path: '$paused', list: 'answering' })
    actor.stop()
  })

  test('survives storing and restoring at every point', () => {
    const said: string[] = []
    const machine = machineThatSays(said)
    let actor = createActor(machine).start()
    actor.send({ type: 'reception.due', question: null, world: WORLD })
    for (const value of ['small', 5, ['box'], 'blue', 'soon']) {
      const stored = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()))
      actor.stop()
      actor = createActor(machine, { snapshot: stored }).start()
      actor.send({ type: 'question.answered', value, world: WORLD })
    }
    expect(said.at(-1)).toBe('Sales noted: small, 5, box, blue, soon')
    actor.stop()
  })
})
