/**
 * The part of Botkit 4.15 that the plugin touches, as structural types, so that Botkit itself stays an optional peer. `unknown` where
 * Botkit hands through what a platform sent.
 */
export interface BotkitMessage {
  readonly type: string
  readonly user: string
  readonly channel: string
  readonly text?: string | undefined
  readonly value?: unknown
  readonly reference: unknown
  /** The activity as the adapter made it. */
  readonly incoming_message: BotkitActivity
}

export interface BotkitActivity {
  readonly id?: string | undefined
  readonly channelId?: string | undefined
  readonly locale?: string | undefined
  readonly channelData?: unknown
}

/** What is said: Botkit passes keys it does not know to the platform. */
export type BotkitReply = Readonly<Record<string, unknown>> & { readonly text?: string }

export interface BotWorker {
  readonly reply: (message: BotkitMessage, reply: BotkitReply) => Promise<unknown>
  readonly say: (reply: BotkitReply) => Promise<unknown>
  readonly changeContext: (reference: unknown) => Promise<BotWorker>
}

/** BotBuilder's storage: what was read bears an `eTag`, and a write with another than the stored one is refused. */
export interface BotStorage {
  readonly read: (keys: string[]) => Promise<Record<string, unknown>>
  readonly write: (changes: Record<string, StoredItem>) => Promise<void>
  /** What BotBuilder's own storages lack: writes what is not there yet, and rejects where it is. */
  readonly insert?: (changes: Record<string, StoredItem>) => Promise<void>
}

export interface StoredItem {
  eTag?: string
  [key: string]: unknown
}

export type Middleware = (bot: BotWorker, message: BotkitMessage, next: (error?: Error) => void) => void

export interface Controller {
  readonly storage: BotStorage
  readonly middleware: { readonly receive: { readonly use: (handler: Middleware) => unknown } }
  readonly interrupts: (
    pattern: (message: BotkitMessage) => Promise<boolean>,
    events: string | string[],
    handler: (bot: BotWorker, message: BotkitMessage) => Promise<unknown>,
  ) => void
  readonly spawn: () => Promise<BotWorker>
  readonly ready: (handler: () => void) => void
  readonly on: (event: string, handler: () => Promise<unknown>) => void
  readonly addPluginExtension: (name: string, extension: object) => void
}

/** What `controller.usePlugin()` takes. */
export interface BotkitPlugin {
  readonly name: string
  readonly init: (controller: Controller) => void
}
