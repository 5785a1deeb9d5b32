// The example's bot, with a clock that its parent process moves: node script-bot.mjs <flow.json> <shop.json>
import { movedClock } from './moved-clock.mjs'

/** A tap on a message no conversation has: it changes nothing, and is dealt with after all that came before it. */
const ALL_DONE = 'shopbell:100000000:all-done'

const clock = movedClock()
const { controller } = await import('../../examples/botkit-bot/bot.js')
const { conversationOf, ...people } = controller.plugins.reception
const conversations = new Map()

// After the reception's own middleware, so once the reception is through with the message.
controller.middleware.receive.use((bot, message, next) => {
  conversations.set(message.user, conversationOf(message))
  if (message.text !== ALL_DONE) return next()
  bot.reply(message, ALL_DONE).then(() => next(), next)
})

const ANSWERS = {
  set: ({ at }) => clock.set(at),
  person: ({ user, control, given }) => people[control](conversations.get(user), ...given),
  move: ({ at }) => clock.moveTowards(at),
  look: async ({ user }) => {
    const key = conversations.get(user)
    const { session } = (await controller.storage.read([key]))[key]?.kept ?? {}
    return { handling: session?.handling, locale: session?.locale, answers: session?.context.answers ?? {} }
  },
}
process.on('message', async (question) => {
  process.send({ answer: (await ANSWERS[question.does](question)) ?? null })
})
