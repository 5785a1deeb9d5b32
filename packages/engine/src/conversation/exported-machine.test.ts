import { describe, expect, test } from 'vitest'
import { assign, createActor, createMachine, type AnyActor } from 'xstate'
import { BOTTLE_FLOW } from '../testing/bottle-flow.ts'
import { exportMachine } from './export-machine.ts'

/**
 * A developer's own program: nothing but `xstate`, the exported JSON and the names of its vocabulary. It shares no code with the
 * engine, so it proves that the export says enough.
 */
const EXPORTED = JSON.parse(JSON.stringify(exportMachine(BOTTLE_FLOW)))
const WORLD = { locale: 'en', entry: 'store_home', openNow: true, returning: false, products: 2 }

interface Context {
  readonly answers: Record<string, unknown>
  readonly handedTo: string | null
}

function start(said: string[]): AnyActor {
  const texts: Record<string, string> = EXPORTED.texts.en
  const say = (line: string | undefined) => void (line && said.push(line))
  const machine = createMachine(EXPORTED.config).provide({
    guards: {
      when: ({ context, event }: { context: Context; event: any }, { source, name, op, value }: any) => {
        const left = source === 'variable' ? context.answers[name] : event.world[source]
        return op === 'atLeast' ? Number(left) >= value : left === value
      },
      known: ({ context }: { context: Context }, { variable }: any) => variable in context.answers,
      chose: ({ event }: { event: any }, { option }: any) => event.value === option,
      asksQuestion: ({ event }: { event: any }) => event.question != null,
      hasProducts: ({ event }: { event: any }) => event.world.products > 0,
      handedOver: ({ context }: { context: Context }) => context.handedTo !== null,
    },
    actions: {
      send: (_: unknown, { text }: any) => say(texts[text]),
      sendClosing: ({ context }: { context: Context }, { text }: any) =>
        say(`${texts[text]?.split('\n')[0]} ${Object.values(context.answers).flat().join(', ')}`),
      sendList: (_: unknown, { block }: any) =>
        say(
          EXPORTED.config.states.path.states[block] &&
            `[${texts[`${block}.ship.question`]} | ${texts[`${block}.price.question`]}]`,
        ),
      sendProducts: (_: unknown, { count }: any) => say(`${count} products`),
      answerQuestion: ({ event }: { event: any }) => say(texts[`faq.${event.question}.answer`]),
      ask: (_: unknown, { block }: any) => say(`? ${texts[block]}`),
      remind: (_: unknown, { block }: any) => say(texts[`${block}.reminder`]),
      closeQuestion: () => undefined,
      record: assign(({ context, event }: { context: Context; event: any }, { variable }: any) => ({
        answers: { ...context.answers, [variable]: event.value },
      })),
      handOver: assign((_: unknown, { group }: any) => ({ handedTo: group })),
      clearHandover: assign({ handedTo: null }),
    },
    // What a developer writes is not the engine's types; they only have to run.
  } as any)
  return createActor(machine).start()
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
    let actor = start(said)
    actor.send({ type: 'reception.due', question: null, world: WORLD })
    for (const value of ['small', 5, ['box'], 'blue', 'soon']) {
      const stored = JSON.parse(JSON.stringify(actor.getPersistedSnapshot()))
      const { logic } = actor
      actor.stop()
      actor = createActor(logic, { snapshot: stored }).start()
      actor.send({ type: 'question.answered', value, world: WORLD })
    }
    expect(said.at(-1)).toBe('Sales noted: small, 5, box, blue, soon')
    actor.stop()
  })
})
