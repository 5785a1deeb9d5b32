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
  readonly onLost: (error: Error) => void
}

export function createLastingClient({ settings, prepare, onLost }: LastingClientOptions): LastingClient {
  let current: Promise<Client> | null = null
  let isClosed = false

  async function connect(): Promise<Client> {
    const client = new Client(settings)
    client.on('error', (error) => {
      onLost(error)
      discard(client)
    })
    try {
      await client.connect()
      await prepare(client)
      return client
    } catch (error) {
      discard(client)
      throw error
    }
  }

  /** Ends it without waiting: what is broken may never answer. */
  function discard(client: Client): void {
    current = null
    client.end().catch(() => undefined)
  }

  return {
    use: async (work) => {
      if (isClosed) throw new Error('The database is closed.')
      current ??= connect()
      const connecting = current
      const client = await connecting
      try {
        return await work(client)
      } catch (error) {
        if (failureOf(error) === 'passing' && current === connecting) discard(client)
        throw error
      }
    },
    close: async () => {
      isClosed = true
      const closing = current
      current = null
      const client = await closing?.catch(() => undefined)
      await client?.end()
    },
  }
}
