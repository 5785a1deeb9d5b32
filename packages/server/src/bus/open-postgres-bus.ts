import type { Logger } from 'pino'
import type { Client } from 'pg'
import { createLastingClient } from '../store/postgres/lasting-client.ts'
import { connectionSettings } from '../store/postgres/connection-settings.ts'
import type { Bus } from './bus.ts'
import { gatherWakes } from './gather-wakes.ts'
import { readWakeLetter, writeWakeLetters } from './wake-letter.ts'

export interface PostgresBusParts {
  readonly url: string
  /** Names this process among those on the database. */
  readonly node: string
  /** Reaches the listeners of this process. */
  readonly local: Bus
  readonly log: Logger
}

export interface PostgresBus extends Bus {
  readonly close: () => Promise<void>
}

/** Channels belong to one database. */
const CHANNEL = 'shopbell_wakes'
/** The connection is used at least so often, so that one that broke without a word is noticed and made again. */
const SIGN_OF_LIFE_EVERY_MS = 5_000
const ANSWER_WITHIN_MS = 5_000
const COME_BACK_AFTER_MS = 200

/**
 * The bus of several nodes on one PostgreSQL: NOTIFY on a connection of its own, after the commit and never inside it, because a
 * notification makes commits queue for each other. Whatever is published while a notification is under way goes together in the
 * next: about one for each batch of steps. It holds nothing; what a broken connection loses, the outbox tells (`watchOutbox`).
 */
export function openPostgresBus({ url, node, local, log }: PostgresBusParts): PostgresBus {
  const waiting = gatherWakes()
  let sending: Promise<void> | null = null
  let isClosed = false
  const connection = createLastingClient({
    settings: {
      ...connectionSettings(url),
      application_name: 'shopbell bus',
      query_timeout: ANSWER_WITHIN_MS,
    },
    prepare: listen,
    onLost: (error) => {
      log.warn({ error: error.message }, 'the bus lost its connection; wakes come late until it is back')
      comeBack()
    },
  })
  const signsOfLife = setInterval(send, SIGN_OF_LIFE_EVERY_MS)
  signsOfLife.unref()
  send()

  async function listen(client: Client): Promise<void> {
    client.on('notification', ({ payload }) => {
      const letter = readWakeLetter(payload)
      if (letter !== null && letter.from !== node) letter.wakes.forEach(local.publish)
    })
    await client.query('set role shopbell_journal')
    await client.query(`listen ${CHANNEL}`)
  }

  function send(): void {
    if (isClosed) return
    sending ??= notify().then(
      () => {
        sending = null
        if (!waiting.isEmpty()) send()
      },
      (error: unknown) => {
        sending = null
        log.debug({ err: error }, 'wakes could not be sent')
        comeBack()
      },
    )
  }

  function comeBack(): void {
    setTimeout(send, COME_BACK_AFTER_MS).unref()
  }

  /** Without wakes it is a sign of life. */
  async function notify(): Promise<void> {
    // What the steps of one batch publish comes in the same turn of the event loop.
    await new Promise(setImmediate)
    const letters = writeWakeLetters({ from: node, wakes: waiting.take() })
    await connection.use((client) =>
      client.query({
        name: 'wake',
        text: `select pg_notify('${CHANNEL}', letter) from unnest($1::text[]) as letter`,
        values: [letters],
      }),
    )
  }

  return {
    publish: (wake) => {
      local.publish(wake)
      waiting.add(wake)
      send()
    },
    subscribe: local.subscribe,
    close: async () => {
      isClosed = true
      clearInterval(signsOfLife)
      await sending
      if (!waiting.isEmpty()) await notify().catch(() => undefined)
      await connection.close()
    },
  }
}
