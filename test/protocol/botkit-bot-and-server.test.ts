import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBotShop, type BotShop } from '../conversations/botkit/bot-shop.ts'
import { readShops } from '../conversations/read-shop.ts'
import { botkitBrowser } from '../tools/raw-botkit.ts'
import { addAccount } from './console-stage/add-account.ts'
import { asOperator } from './console-stage/as-operator.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { publishSample } from './console-stage/publish-sample.ts'

// The same frames of Botkit's web chat, and the same doings of a person, at a Botkit bot with the plugin and at our server.

const MINUTES = 60_000

let bot: BotShop
let stage: ConsoleStage
let storeId: number
let agent: { readonly accountId: number; readonly publicId: string; readonly name: string }

beforeAll(async () => {
  const shop = readShops().find(({ folder }) => folder === 'export-factory')
  if (!shop) throw new Error('The sample shop is gone.')
  // The server's store has no products either.
  bot = await startBotShop({ ...shop, products: [] })
  stage = await openConsoleStage({ environment: { SHOPBELL_BOTKIT: 'on' } })
  storeId = await stage.addStore('alder', { name: shop.name })
  await publishSample(stage, storeId)
  const account = await addAccount(stage, storeId, { email: 'mei@alder.example', role: 'agent' })
  agent = { accountId: account.id, publicId: account.publicId, name: 'Mei' }
}, 5 * MINUTES)
afterAll(async () => {
  await stage.close()
  await bot.stop()
})

/** One buyer's chat somewhere, with a person who can speak there. */
interface Place {
  readonly say: (text: string) => void
  /** The next so many messages. */
  readonly read: (count: number) => Promise<readonly (string | undefined)[]>
  readonly personSays: (text: string) => Promise<unknown>
}

async function atBot(user: string): Promise<Place> {
  const chat = await bot.bot.join(user)
  const send = (frame: Readonly<Record<string, unknown>>) => chat.send({ ...frame, locale: 'en' })
  send({ type: 'hello' })
  return {
    say: (text) => send({ type: 'message', text }),
    read: chat.next,
    personSays: (text) => bot.bot.ask({ does: 'person', user, control: 'personSaid', given: ['mei', text] }),
  }
}

async function atServer(user: string): Promise<Place> {
  const chat = await botkitBrowser(stage.url()).open()
  chat.send({ type: 'hello', user })
  const newest = () =>
    asOperator(stage, (tx) =>
      tx.selectFrom('conversation').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow(),
    )
  return {
    say: (text) => chat.send({ type: 'message', text, user }),
    read: async (count) => (await chat.next(count)).map(({ text }) => text),
    personSays: async (text) =>
      stage.reception.reply(storeId, (await newest()).publicId, { agent, id: 'console-lane.1', text }),
  }
}

/** Every scene ends with something that is answered, so what was silent before it was silent. */
async function withPerson({ say, read, personSays }: Place): Promise<readonly (string | undefined)[]> {
  const seen = [...(await read(3))]
  await personSays('Mei here')
  seen.push(...(await read(1)))
  // A list question is answered as often as it is tapped; an option of the question that the person took over is words to them.
  for (const text of ['How do you do?', 'MOQ?', '500 ml', 'moq', 'Talk to a person', 'MOQ?', 'Payment?'])
    say(text)
  seen.push(...(await read(3)))
  return seen
}

test('while a person has the chat what is tapped is answered, and nothing else (STA-02)', async () => {
  const ofBot = await withPerson(await atBot('with-person'))
  const ofServer = await withPerson(await atServer('with-person'))
  expect(ofBot).toEqual(ofServer)
  const moq = '500 pieces per colour. Your first order may mix two colours.'
  expect(ofServer.slice(3)).toEqual([
    'Mei here',
    moq,
    moq,
    'T/T: 30% first, the rest before shipping. L/C at sight from US$ 50,000.',
  ])
})

test('who asks for a person in the menu’s words gets one, and the list still answers', async () => {
  const ask = async ({ say, read }: Place) => {
    const seen = [...(await read(3))]
    for (const text of ['talk to a person', 'MOQ?']) say(text)
    return [...seen, ...(await read(2))]
  }
  const ofBot = await ask(await atBot('asks'))
  const ofServer = await ask(await atServer('asks'))
  expect(ofBot).toEqual(ofServer)
  expect(ofServer[3]).toBe('A person will answer you here.')
})
