import { openBuyer, type Frame, type RawBuyer } from '../tools/raw-buyer.ts'

/** A buyer of the demo shop who has opened the chat and been received. */
export interface DemoBuyer extends RawBuyer {
  /** Writes, and waits until it is stored. */
  readonly write: (text: string) => Promise<void>
  /** Taps the question of the list with this id. */
  readonly tap: (question: string) => Promise<void>
  /** Answers the three smart questions: 750 ml, 3,000 pieces, laser. The flow then calls a person. */
  readonly answerQuestions: () => Promise<void>
  /** The next message of a person. */
  readonly nextFromPerson: () => Promise<Frame<'message'>>
}

/** Enters from a product's page and waits for the first smart question, the last thing the robot says by itself. */
export async function enterDemoShop(serverUrl: string): Promise<DemoBuyer> {
  const buyer = await openBuyer(serverUrl)
  await buyer.hello()
  buyer.send({ type: 'enter', entry: 'product', ref: 'TRAIL-750' })
  const list = await buyer.next('message', ({ content }) => content.kind === 'choices')
  await buyer.next('message', ({ content }) => content.kind === 'form')
  let sent = 0
  const nextId = () => `demobuyer.${String((sent += 1))}`
  const stored = (answer: Frame<'stored'> | Frame<'refused'>): void => {
    if (answer.type === 'refused') throw new Error(`${answer.code}: ${answer.message}`)
  }
  return {
    ...buyer,
    write: async (text) => {
      stored(await buyer.say(nextId(), text))
    },
    tap: async (question) => {
      stored(await buyer.say(nextId(), { kind: 'choice', message: list.seq, option: question }))
    },
    answerQuestions: async () => {
      for (const text of ['750 ml', '3000', 'Laser']) stored(await buyer.say(nextId(), text))
    },
    nextFromPerson: () => buyer.next('message', ({ author }) => author === 'agent'),
  }
}
