import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningBot, startBot } from './start-bot.ts'

const FLOW = new URL('../../flows/export-factory/flow.json', import.meta.url)
const MINUTES = 60_000

describe('the example, on the real Botkit', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot(new URL('../../examples/botkit-bot/bot.js', import.meta.url), FLOW)
  }, 5 * MINUTES)
  afterAll(() => bot.stop())

  test('greets, lists, asks, answers taps in between, and hands over', async () => {
    const chat = await bot.join('one')
    chat.send({ type: 'hello' })
    const [greeting, list, question] = await chat.next(3)
    expect(greeting).toContain('Export factory reception')
    expect(list).toBe('You can tap a question at any time:')
    expect(question).toBe('Which size do you need?')
    expect(chat.heard[1]?.quick_replies?.map(({ payload }) => payload)).toContain('MOQ?')
    chat.say('MOQ?')
    expect(await chat.next(1)).toEqual(['500 pieces per colour. Your first order may mix two colours.'])
    chat.say('750 ml')
    expect(await chat.next(1)).toEqual(['How many pieces?'])
    chat.say('1200')
    await chat.next(1)
    chat.say('Laser')
    expect((await chat.next(1))[0]).toContain('- How many pieces? 1200 pcs')
    // What a process prints comes another way than what it says, and may come later.
    await expect.poll(() => bot.lines.join('\n')).toMatch(/to key-accounts \{\s*size: 'ml-750'/)
    chat.leave()
  })

  test('the bot’s own words stay its own', async () => {
    const chat = await bot.join('two')
    chat.send({ type: 'hello' })
    await chat.next(3)
    for (const text of ['500 ml', '300', 'No logo']) chat.say(text)
    await chat.next(4)
    chat.say('tell me a joke')
    expect(await chat.next(1)).toEqual(['A bell walks into a shop. Everybody looks up.'])
    chat.leave()
  })

  test('a buyer who comes back is asked the open question again, which answers nothing', async () => {
    const chat = await bot.join('three')
    chat.send({ type: 'hello' })
    await chat.next(3)
    chat.leave()
    const again = await bot.join('three')
    again.send({ type: 'welcome_back' })
    expect(await again.next(1)).toEqual(['Which size do you need?'])
    again.say('500 ml')
    expect(await again.next(1)).toEqual(['How many pieces?'])
    again.leave()
  })

  test('by webhook the answers come with the response', async () => {
    const post = async (frame: Readonly<Record<string, unknown>>) => {
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user: 'four', channel: 'webhook', ...frame }),
      })
      const said: readonly { readonly text: string }[] = await response.json()
      return said.map(({ text }) => text)
    }
    expect((await post({ type: 'hello' })).at(-1)).toBe('Which size do you need?')
    expect(await post({ type: 'message', text: '500 ml' })).toEqual(['How many pieces?'])
  })
})

describe('what ends or confuses a plain Botkit bot', () => {
  let bot: RunningBot
  beforeAll(async () => {
    bot = await startBot(new URL('failing-bot.mjs', import.meta.url), FLOW)
  }, 5 * MINUTES)
  afterAll(() => bot.stop())

  test('two quick answers, a storage that answers late: both are taken, in order', async () => {
    const chat = await bot.join('quick')
    chat.send({ type: 'hello' })
    await chat.next(3)
    chat.say('500 ml')
    chat.say('300')
    expect(await chat.next(2)).toEqual([
      'How many pieces?',
      'How shall we put your logo on? Choose one or more.',
    ])
    chat.leave()
  })

  test('a storage that is away costs the buyer a sentence; the process lives, and goes on when it is back', async () => {
    const chat = await bot.join('away')
    chat.send({ type: 'hello' })
    await chat.next(3)
    await bot.failStorage(1_000)
    chat.say('500 ml')
    expect(await chat.next(1)).toEqual(['Sorry, that was not saved. Please send it again.'])
    await bot.failStorage(0)
    chat.say('500 ml')
    expect(await chat.next(1)).toEqual(['How many pieces?'])
    expect(bot.isRunning()).toBe(true)
    chat.leave()
  })
})
