import type { ReceptionEvent } from '@shopbell/engine'
import type { BotkitMessage, BotkitPlugin, BotWorker } from './botkit.ts'
import { createDesk, type Desk } from './desk.ts'
import type { ReceptionOptions } from './options.ts'
import { CAME_BACK, ENTERED, MESSAGE_TYPES } from './read-message.ts'
import { settingOf } from './setting.ts'

/**
 * Beside the bot's own doings: what people do in a conversation. `controller.plugins.reception`. What they answer: true, it is stored;
 * false, nothing is known of the conversation, nothing changes by it, or it failed and `onError` knows. They never reject.
 */
export interface ReceptionControls {
  /** The conversation a message belongs to. */
  readonly conversationOf: (message: BotkitMessage) => string
  /** A person takes over: the robot is silent but for taps. */
  readonly personJoined: (conversation: string, agent: string) => Promise<boolean>
  /** Brings a person's words to the buyer, from whatever they work with; who speaks has taken over. */
  readonly personSaid: (conversation: string, agent: string, text: string) => Promise<boolean>
  /** The person gives the conversation back to the robot. */
  readonly personLeft: (conversation: string, agent: string) => Promise<boolean>
  readonly close: (conversation: string, by: string) => Promise<boolean>
}

/**
 * A reception as a plugin of Botkit: `controller.usePlugin(reception({ flow }))`. Nothing it does ends the bot's process, and no other
 * plugin is kept from a message. Throws at once where the flow has errors or the rule book does not exist.
 */
export function reception(options: ReceptionOptions): BotkitPlugin {
  const setting = settingOf(options)
  const types = [...(options.messageTypes ?? MESSAGE_TYPES), ENTERED, CAME_BACK]
  return {
    name: 'Shopbell reception',
    init: (controller) => {
      const desk = createDesk(controller, setting)
      const taken = new WeakSet<BotkitMessage>()
      controller.middleware.receive.use((bot, message, next) => {
        void handle(desk, types, bot, message).then((isTaken) => {
          if (isTaken) taken.add(message)
          next()
        })
      })
      // Whatever was answered already interrupts the bot's own dialogs and is heard by nobody else.
      controller.interrupts(
        (message) => Promise.resolve(taken.has(message)),
        types,
        () => Promise.resolve(),
      )
      controller.addPluginExtension('reception', controlsOf(desk, setting.now))
      controller.on('shutdown', () => Promise.resolve(desk.stop()))
      controller.ready(() => void desk.recover())
    },
  }
}

/** Never rejects: Botkit's turn would take the process with it. */
async function handle(
  desk: Desk,
  types: readonly string[],
  bot: BotWorker,
  message: BotkitMessage,
): Promise<boolean> {
  return types.includes(message.type) ? desk.take(bot, message) : false
}

function controlsOf(desk: Desk, now: () => number): ReceptionControls {
  const happen = (conversation: string, event: ReceptionEvent) => desk.happen(conversation, event)
  return {
    conversationOf: desk.keyOf,
    personJoined: (conversation, agent) => happen(conversation, { type: 'agent.assigned', at: now(), agent }),
    personSaid: (conversation, agent, text) =>
      happen(conversation, { type: 'agent.replied', at: now(), agent, text }),
    personLeft: (conversation, agent) => happen(conversation, { type: 'agent.returned', at: now(), agent }),
    close: (conversation, by) => happen(conversation, { type: 'closed', at: now(), by }),
  }
}
