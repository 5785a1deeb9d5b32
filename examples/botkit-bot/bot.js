// A Botkit bot that receives buyers with a Shopbell flow and goes on telling its own jokes: node bot.js [flow.json [shop.json]]
import { readFileSync } from 'node:fs'
import { reception } from '@shopbell/botkit-plugin'
import web from 'botbuilder-adapter-web'
import botkit from 'botkit'

const flow = readFileSync(
  process.argv[2] ?? new URL('../../flows/export-factory/flow.json', import.meta.url),
  'utf8',
)
// What a flow does not hold, as beside the flows of this repository; any other option of the plugin may stand there, too.
const { name, ruleBook, ...others } = JSON.parse(
  process.argv[3] ? readFileSync(process.argv[3], 'utf8') : '{}',
)
const shop = { storeName: name, profile: ruleBook, ...others }
// A page may say beside its words in what language its buyer reads, which page it is, and which product they are about.
const saidBy = ({ incoming_message: { channelData } }) => channelData ?? {}
const page = {
  localesOf: (message) => [saidBy(message).locale].filter((locale) => typeof locale === 'string'),
  entryOf: (message) => ({ entry: saidBy(message).entry, ref: saidBy(message).ref }),
  productOf: (message) => saidBy(message).product,
}

export const controller = new botkit.Botkit({ adapter: new web.WebAdapter({}) })

controller.usePlugin(
  reception({ flow, ...shop, ...page, onHandoff: ({ group, answers }) => console.log('to', group, answers) }),
)

controller.hears('joke', 'message', async (bot, message) => {
  await bot.reply(message, 'A bell walks into a shop. Everybody looks up.')
})
