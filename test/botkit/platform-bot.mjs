// A bot on one of the platforms: node platform-bot.mjs <flow> <platform>
import { readFileSync } from 'node:fs'
import { reception } from '@shopbell/botkit-plugin'
import facebook from 'botbuilder-adapter-facebook'
import slack from 'botbuilder-adapter-slack'
import twilio from 'botbuilder-adapter-twilio-sms'
import botkit from 'botkit'

const [flow, platform] = process.argv.slice(2)

const ADAPTERS = {
  facebook: () => {
    const adapter = new facebook.FacebookAdapter({
      access_token: 'page',
      app_secret: 'secret',
      verify_token: 'v',
    })
    adapter.use(new facebook.FacebookEventTypeMiddleware())
    return adapter
  },
  slack: () => {
    const adapter = new slack.SlackAdapter({ botToken: 'xoxb-test', clientSigningSecret: 'secret' })
    adapter.use(new slack.SlackEventMiddleware())
    adapter.use(new slack.SlackMessageTypeMiddleware())
    return adapter
  },
  twilio: () =>
    new twilio.TwilioAdapter({
      account_sid: 'ACtest',
      auth_token: 'secret',
      twilio_number: '+10000000000',
      validation_url: 'https://bot.example/api/messages',
    }),
}

const adapter = ADAPTERS[platform]
const controller = new botkit.Botkit({
  disable_console: true,
  ...(adapter ? { adapter: adapter() } : { adapterConfig: {} }),
})
controller.usePlugin(reception({ flow: readFileSync(flow, 'utf8') }))
