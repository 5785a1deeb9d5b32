// A Botkit bot that receives buyers with a Shopbell flow and goes on telling its own jokes: node bot.js [flow.json]
import { readFileSync } from 'node:fs'
import { reception } from '@shopbell/botkit-plugin'
import web from 'botbuilder-adapter-web'
import botkit from 'botkit'

const flow = readFileSync(
  process.argv[2] ?? new URL('../../flows/export-factory/flow.json', import.meta.url),
  'utf8',
)

const controller = new botkit.Botkit({ adapter: new web.WebAdapter({}) })

controller.usePlugin(
  reception({ flow, onHandoff: ({ group, answers }) => console.log('to', group, answers) }),
)

controller.hears('joke', 'message', async (bot, message) => {
  await bot.reply(message, 'A bell walks into a shop. Everybody looks up.')
})
