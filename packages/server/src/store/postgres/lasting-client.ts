import { Client, type ClientConfig } from 'pg'
import { failureOf } from '../failure.ts'

/** One connection, made when it is first needed and again after it was lost. */
export interface LastingClient {
  /** Lets `work` use it. A connection on which work failed is thrown away, unless the database only refused what it was given. */
  readonly use: <T>(work: (client: Client) => Promise<T>) => Promise<T>
  /** Closes it; a use after that rejects. */
  readonly close: () => Promise<void>
}

export interface LastingClientOptions {
  readonly settings: ClientConfig
  /** Runs on every new connection before anybody gets it. */
  readonly prepare: (client: Client) => Promise<unknown>
  /** Called when a connection that was in order is not any more. */
  readonly onLost: (error: Error) => void
}

export function createLastingClient({ settings, prepare, onLost }: LastingClientOptions): LastingClient {
  let current: { readonly client: Client; readonly ready: Promise<unknown> } | null = null
  let isClosed = false

  function connection() {
    if (isClosed) throw new Error('This connection was closed.')
    if (current !== null) return current
    const client = new Client(settings)
    client.on('error', (error) => {
      if (discard(client)) onLost(error)
    })
    current = { client, ready: client.connect().then(() => prepare(client)) }
    return current
  }

  /** Ends it without waiting, because what is broken may never answer. False: it was replaced already. */
  function discard(client: Client): boolean {
    if (current?.client !== client) return false
    current = null
    client.end().catch(() => undefined)
    return true
  }

  return {
    use: async (work) => {
      const { client, ready } = connection()
      await ready.catch((error: unknown) => {
        discard(client)
        throw error
      })
      try {
        return await work(client)
      } catch (error) {
        if (failureOf(error) === 'passing') discard(client)
        throw error
      }
    },
    close: async () => {
      isClosed = true
      const closing = current
      current = null
      await closing?.ready.catch(() => undefined)
      await closing?.client.end()
    },
  }
}
