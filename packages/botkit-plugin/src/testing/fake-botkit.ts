import type {
  BotkitMessage,
  BotkitReply,
  BotStorage,
  BotWorker,
  Controller,
  Middleware,
  StoredItem,
} from '../botkit.ts'
import type { BotkitPlugin } from '../botkit.ts'

/** BotBuilder's storage in memory: an item of another eTag than the stored one is refused, one without is written. */
export interface FakeStorage extends BotStorage {
  readonly items: Map<string, string>
  /** Rejects that many of the next calls. */
  fail: { reads: number; writes: number }
}

export function fakeStorage(): FakeStorage {
  const items = new Map<string, string>()
  const fail = { reads: 0, writes: 0 }
  let eTags = 0
  return {
    items,
    fail,
    read: async (keys) => {
      // A database answers later, so that two who read at once read the same.
      await new Promise((resolve) => setImmediate(resolve))
      if (fail.reads > 0 && fail.reads--) throw new Error('the storage cannot be read')
      return Object.fromEntries(
        keys.flatMap((key) => {
          const text = items.get(key)
          return text === undefined ? [] : [[key, JSON.parse(text)]]
        }),
      )
    },
    write: async (changes) => {
      await new Promise((resolve) => setImmediate(resolve))
      if (fail.writes > 0 && fail.writes--) throw new Error('the storage cannot be written')
      for (const [key, item] of Object.entries(changes)) {
        const stored: StoredItem | null = JSON.parse(items.get(key) ?? 'null')
        if (item.eTag !== undefined && item.eTag !== '*' && item.eTag !== stored?.eTag)
          throw new Error('eTag conflict')
        items.set(key, JSON.stringify({ ...item, eTag: String((eTags += 1)) }))
      }
    },
  }
}

export interface FakeBotkit {
  /** What the platform was given, in order. */
  readonly said: BotkitReply[]
  /** What went on to the bot's own handlers. */
  readonly heard: string[]
  readonly storage: FakeStorage
  /** What hangs on `controller.plugins`. */
  readonly extension: () => object
  readonly receive: (message: {
    readonly text?: string
    readonly type?: string
    readonly id?: string
    readonly value?: unknown
  }) => Promise<void>
  /** From now on a reply never ends, as in a process that hangs or dies. */
  readonly saysNothingMore: () => void
  /** Makes the next `replies` replies fail. */
  refuseReplies: number
}

/** One buyer's chat with a bot, in the order in which Botkit 4.15 does things: receive middleware, interrupts, then the bot's own. */
export function fakeBotkit(
  plugin: BotkitPlugin,
  { channelId = 'websocket', storage = fakeStorage() }: { channelId?: string; storage?: FakeStorage } = {},
): FakeBotkit {
  const said: BotkitReply[] = []
  const heard: string[] = []
  const receivers: Middleware[] = []
  const interrupts: ((message: BotkitMessage) => Promise<boolean>)[] = []
  let extended: object = {}
  let isSilent = false
  const fake: FakeBotkit = {
    said,
    heard,
    storage,
    extension: () => extended,
    saysNothingMore: () => {
      isSilent = true
    },
    refuseReplies: 0,
    receive: async ({ text, type = 'message', id, value }) => {
      const message: BotkitMessage = {
        type,
        user: 'buyer',
        channel: 'chat',
        text,
        value,
        reference: { channelId },
        incoming_message: { id, channelId, locale: 'en' },
      }
      for (const receiver of receivers)
        await new Promise<void>((resolve, reject) =>
          receiver(bot, message, (error) => (error ? reject(error) : resolve())),
        )
      for (const interrupts_ of interrupts) if (await interrupts_(message)) return
      heard.push(text ?? type)
    },
  }
  const say = (reply: BotkitReply): Promise<void> => {
    if (isSilent) return new Promise(() => undefined)
    if (fake.refuseReplies > 0 && fake.refuseReplies--)
      return Promise.reject(new Error('the platform refused'))
    said.push(reply)
    return Promise.resolve()
  }
  const bot: BotWorker = {
    reply: (_, reply) => say(reply),
    say,
    changeContext: () => Promise.resolve(bot),
  }
  const controller: Controller = {
    storage,
    middleware: { receive: { use: (receiver) => receivers.push(receiver) } },
    interrupts: (pattern) => void interrupts.push(pattern),
    spawn: () => Promise.resolve(bot),
    ready: (handler) => handler(),
    on: () => undefined,
    addPluginExtension: (_, extension) => {
      extended = extension
    },
  }
  plugin.init(controller)
  return fake
}
