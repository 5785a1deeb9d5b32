import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  BUYER_LIMITS,
  type BuyerLimits,
  createLog,
  readConfig,
  type RunningServer,
  startServer,
  type StartOptions,
} from '@shopbell/server'

/** A running server with the demo store, in this process, on a free port and on files of its own. */
export interface Shop extends RunningServer {
  /** Every log line so far. */
  readonly log: () => string
}

export type ShopOptions = Partial<Omit<StartOptions, 'config' | 'log'>> & {
  /** Environment variables beside the defaults, e.g. `DATABASE_URL`. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Limits that no test of something else can reach. */
export const NO_LIMITS: BuyerLimits = {
  framesPerSocket: { burst: 1_000_000, everyMs: 0.001 },
  sendsPerBuyer: { burst: 1_000_000, everyMs: 0.001 },
  sendsPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  newBuyersPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  socketsPerAddress: { burst: 1_000_000, everyMs: 0.001 },
  refusalsPerSocket: 1_000_000,
}

/** Starts a server; buyers may do as much as they like unless `limits` says otherwise (`BUYER_LIMITS` are the real ones). */
export async function startShop({ environment = {}, ...options }: ShopOptions = {}): Promise<Shop> {
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-shop-'))
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

export { BUYER_LIMITS }
