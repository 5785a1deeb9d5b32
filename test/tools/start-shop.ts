import { rmSync } from 'node:fs'
import {
  BUYER_LIMITS,
  createLog,
  readConfig,
  type RunningServer,
  startServer,
  type StartOptions,
} from '@shopbell/server'
import { newEmbeddedData } from './embedded-data.ts'
import { NO_LIMITS } from './no-limits.ts'

/** A running server with the demo store, in this process, on a free port and on files of its own. */
export interface Shop extends RunningServer {
  /** Every log line so far. */
  readonly log: () => string
}

export type ShopOptions = Partial<Omit<StartOptions, 'config' | 'log'>> & {
  /** Environment variables beside the defaults, e.g. `DATABASE_URL`. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts a server; buyers may do as much as they like unless `limits` says otherwise (`BUYER_LIMITS` are the real ones). */
export async function startShop({ environment = {}, ...options }: ShopOptions = {}): Promise<Shop> {
  const directory = await newEmbeddedData('shopbell-shop-')
  const read = readConfig({ PORT: '0', SHOPBELL_DATA: directory, SHOPBELL_DEMO: 'on', ...environment })
  if (!read.ok) throw new Error(read.problems.join(' '))
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const server = await startServer({ config: read.config, log, limits: NO_LIMITS, ...options })
  return {
    ...server,
    log: () => lines.join(''),
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export { BUYER_LIMITS, NO_LIMITS }
