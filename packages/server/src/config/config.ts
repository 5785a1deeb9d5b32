/** Everything an operator can set, validated. Built by `readConfig`; nothing else reads the environment. */
export interface Config {
  /** 0 asks the system for a free port. */
  readonly port: number
  readonly host: string
  /** A PostgreSQL; null is the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | null
  readonly dataDirectory: string
  /** Where buyers and sellers reach this server; null is `http://HOST:PORT`. */
  readonly publicUrl: URL | null
  readonly logLevel: LogLevel
  /** Proxies whose `X-Forwarded-*` headers are believed; empty believes none. */
  readonly trustProxy: readonly string[]
  /** Days after its last message that a conversation is erased; null keeps it for ever. */
  readonly keepDays: number | null
  /** What a reader of the metrics has to show; null: there are none to read. */
  readonly metricsToken: string | null
  readonly demo: boolean
  /** Modules that export an extension: paths, or installed packages. */
  readonly extensions: readonly string[]
  /** Where Botkit's web clients are let in: nowhere (null), at `/botkit`, or at `/` as well. */
  readonly botkit: 'path' | 'root' | null
  /** Public id of the store that Botkit clients mean who name none; null: the only one. */
  readonly botkitStore: string | null
  /** Port of this machine on which tests move the time; null, as always in use: time goes by itself. */
  readonly testClockPort: number | null
  /** The mail server and the sender that readers see; null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** Hosts, addresses and CIDR ranges that webhooks may go to beside the public net. */
  readonly webhookAllow: readonly string[]
  /** What secrets that the server has to read are kept under: the first closes, all open. Empty: they are kept as they are. */
  readonly secretKeys: readonly Uint8Array[]
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
