import { randomUUID } from 'node:crypto'
import type { FlowDocument } from '@shopbell/engine'
import { Handling } from '@shopbell/protocol'
import Type from 'typebox'
import Value from 'typebox/value'
import { shownAnswer } from '../../../packages/engine/src/conversation/read-answer.ts'
import type { WebMessage } from '../../botkit/start-bot.ts'
import { eventually } from '../../tools/eventually.ts'
import type { StageSettings } from '../stage/engine-stage.ts'
import type { Cue, Shown, Stage } from '../stage/stage.ts'
import type { BotShop } from './bot-shop.ts'

/** A stage whose buyer's page can be loaded again. */
export interface BotStage extends Stage {
  /** Closes the chat, comes back to it as Botkit's web client does, and gives what is said to that. */
  readonly comeBack: () => Promise<readonly Shown[]>
}

/** What `script-bot.mjs` says of a conversation. */
const Looked = Type.Object({
  answer: Type.Object({
    handling: Type.Optional(Handling),
    locale: Type.Optional(Type.String()),
    answers: Type.Record(
      Type.String(),
      Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]),
    ),
  }),
})
const Moved = Type.Object({ answer: Type.Boolean() })
const Done = Moved

/** As in `script-bot.mjs`. */
const ALL_DONE = 'shopbell:100000000:all-done'

/** Plays on the real Botkit: the buyer over a socket of its web adapter, time by the bot's clock. */
export async function botStage({ bot, shop }: BotShop, settings: StageSettings): Promise<BotStage> {
  const user = randomUUID()
  const shown: Shown[] = []
  let now = settings.startsAt
  let chat = await bot.join(user)
  /** Frames of the present chat that were looked at. */
  let looked = 0
  await bot.ask({ does: 'set', at: now })

  return {
    now: () => now,
    perform: async (cue) => {
      const first = shown.length
      await act(cue)
      const said = await everythingSaid()
      // Who speaks through a bot cannot be seen there; the script says who does.
      shown.push(
        ...said.map((one, at) =>
          cue.does === 'reply' && at === 0 ? { ...one, author: 'agent' as const } : one,
        ),
      )
      return { messages: shown.slice(first), reasons: [] }
    },
    answers: async () => {
      const { answers, locale } = await look()
      const { variables, texts, defaultLocale } = shop.document
      const labelOf = (option: string) => labelIn(texts[locale ?? defaultLocale] ?? {}, option)
      return new Map(
        Object.entries(answers).map(([name, value]) => [name, shownAnswer(variables[name], value, labelOf)]),
      )
    },
    handling: async () => (await look()).handling ?? 'robot',
    // Botkit's web chat gets no history; whoever comes back hears at most what is open still.
    history: async () => {
      const again = await comeBack()
      return [...shown, ...again.filter((message) => !shown.some((before) => isSame(before, message)))]
    },
    leave: async () => chat.leave(),
    comeBack,
  }

  async function act(cue: Cue): Promise<void> {
    switch (cue.does) {
      case 'open':
        return say({ type: 'hello', entry: cue.entry, ref: cue.ref })
      case 'say':
        return hear(cue.text)
      case 'tap':
        return hear(cue.option)
      case 'send':
        return sendProduct(cue.ref)
      case 'wait until':
        return waitUntil(cue.at)
      case 'reply':
        return personDoes('personSaid', cue.person, cue.text)
      case 'take':
        return personDoes('personJoined', cue.person)
      case 'return':
        return personDoes('personLeft', cue.person)
      case 'close':
        return personDoes('close', cue.person)
      default:
        throw new Error(`Botkit’s web chat cannot: ${cue.does}.`)
    }
  }

  function say(frame: Readonly<Record<string, unknown>>): void {
    chat.send({ ...frame, locale: settings.buyerReads })
  }

  /** The client shows the buyer's words by itself, also those of a tapped button. */
  function hear(text: string): void {
    shown.push({ ...numbered(), author: 'buyer', content: { kind: 'text', text } })
    say({ type: 'message', text })
  }

  /** A shop's page says beside the words which product they are about, and draws its card. */
  function sendProduct(ref: string): void {
    const items = [{ ref, title: ref }]
    shown.push({ ...numbered(), author: 'buyer', content: { kind: 'products', items } })
    say({ type: 'message', text: ref, product: ref })
  }

  async function personDoes(control: string, ...given: readonly string[]): Promise<void> {
    if (!Value.Parse(Done, await bot.ask({ does: 'person', user, control, given })).answer)
      throw new Error(`The plugin did not take ${control}.`)
  }

  /** Goes from timer to timer, so that each fires at its own instant, as it would in real time. */
  async function waitUntil(at: number): Promise<void> {
    while (Value.Parse(Moved, await bot.ask({ does: 'move', at })).answer)
      shown.push(...(await everythingSaid()))
    now = at
  }

  async function comeBack(): Promise<readonly Shown[]> {
    chat.leave()
    chat = await bot.join(user)
    looked = 0
    say({ type: 'welcome_back' })
    return everythingSaid()
  }

  /** Messages of a conversation are taken one after the other, so the answer to this one comes after all before it. */
  async function everythingSaid(): Promise<readonly Shown[]> {
    say({ type: 'message', text: ALL_DONE })
    const end = await eventually(() => {
      const at = chat.heard.findIndex(({ text }, index) => index >= looked && text === ALL_DONE)
      if (at < 0) throw new Error('The bot is not through yet.')
      return at
    })
    const fresh = chat.heard.slice(looked, end)
    looked = end + 1
    return fresh.map((message, at) => ({ ...numbered(at), author: 'robot', content: contentOf(message) }))
  }

  /** Messages have neither number nor kind there. */
  function numbered(ahead = 0): Pick<Shown, 'seq' | 'kind'> {
    return { seq: shown.length + 1 + ahead, kind: 'flow_message' }
  }

  async function look() {
    return Value.Parse(Looked, await bot.ask({ does: 'look', user })).answer
  }
}

/** A payload is the words of the button, and what a tap sends. */
function contentOf({ text = '', quick_replies = [] }: WebMessage): Shown['content'] {
  if (quick_replies.length === 0) return { kind: 'text', text }
  return {
    kind: 'choices',
    text,
    options: quick_replies.map(({ payload }) => ({ id: payload, label: payload })),
  }
}

function isSame({ content, author }: Shown, other: Shown): boolean {
  return author === 'robot' && JSON.stringify(content) === JSON.stringify(other.content)
}

function labelIn(texts: FlowDocument['texts'][string], option: string): string {
  const key = Object.keys(texts).find((name) => name.endsWith(`.${option}.label`))
  return (key && texts[key]) ?? option
}
