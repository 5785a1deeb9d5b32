import { type Config, LOG_LEVELS } from './config.ts'
import { type Parsed, parsed, unfit } from './parsed.ts'
import { parseAllowedPlaces } from './parse-allowed-places.ts'
import { parseProxyList } from './parse-proxy-list.ts'
import { parseSecretKeys } from './parse-secret-keys.ts'

/** One environment variable: its default and its meaning as the documentation has them, and how its text is read. */
export interface Setting<T> {
  /** As documented: the text that means the same as leaving it out, or a description of what happens then. */
  readonly default: string
  readonly meaning: string
  /** The text, trimmed and not empty, or undefined. */
  readonly parse: (text: string | undefined) => Parsed<T>
}

/** The settings that are read by themselves; `SHOPBELL_DEMO` falls back on another one, the two of mail belong together: `readConfig` completes them. */
export const SETTINGS = {
  PORT: {
    default: '8080',
    meaning: 'TCP port to listen on; 0 takes a free one.',
    parse: (text = '8080') =>
      /^\d{1,5}$/.test(text) && Number(text) <= 65_535
        ? parsed(Number(text))
        : unfit('must be a whole number from 0 to 65535'),
  } satisfies Setting<Config['port']>,
  HOST: {
    default: '127.0.0.1',
    meaning: 'Address to listen on; `0.0.0.0` or `::` for all, which belongs behind a TLS proxy.',
    parse: (text = '127.0.0.1') =>
      /^[A-Za-z0-9.:_-]{1,255}$/.test(text)
        ? parsed(text)
        : unfit('must be an IP address or a host name, without scheme and port'),
  } satisfies Setting<Config['host']>,
  DATABASE_URL: {
    default: 'the embedded database',
    meaning: 'A PostgreSQL 15 or newer: `postgres://user:password@host:5432/database`.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      const scheme = urlOf(text)?.protocol
      return scheme === 'postgres:' || scheme === 'postgresql:'
        ? parsed(text)
        : unfit('must begin with postgres:// and name a server, or be left out for the embedded database')
    },
  } satisfies Setting<Config['databaseUrl']>,
  SHOPBELL_DATA: {
    default: './data',
    meaning: 'Folder of the embedded database; made when it is missing. One server at a time may use it.',
    parse: (text = './data') => (text.includes('\0') ? unfit('must be the path of a folder') : parsed(text)),
  } satisfies Setting<Config['dataDirectory']>,
  SHOPBELL_PUBLIC_URL: {
    default: 'http://HOST:PORT',
    meaning:
      'Where browsers reach this server, as scheme and host. The console accepts its sign-ins and sockets from this origin only; with `https` its cookies are marked Secure.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      const url = urlOf(text)
      return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === ''
        ? parsed(url)
        : unfit('must be a web address without a path, such as https://chat.example.com')
    },
  } satisfies Setting<Config['publicUrl']>,
  LOG_LEVEL: {
    default: 'info',
    meaning:
      'Least important log line to write: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.',
    parse: (text = 'info') => {
      const level = LOG_LEVELS.find((one) => one === text)
      return level === undefined ? unfit(`must be one of ${LOG_LEVELS.join(', ')}`) : parsed(level)
    },
  } satisfies Setting<Config['logLevel']>,
  SHOPBELL_TRUST_PROXY: {
    default: 'none',
    meaning:
      'Addresses or CIDR ranges of your reverse proxies, separated by commas. Only from them is `X-Forwarded-For` believed.',
    parse: (text) => (text === undefined ? parsed([]) : parseProxyList(text)),
  } satisfies Setting<Config['trustProxy']>,
  SHOPBELL_KEEP_DAYS: {
    default: 'for ever',
    meaning:
      'Days that a buyer is kept after the last message of their conversation, at least 1; then they are erased, counts excepted (PRV-02).',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      const days = Number(text)
      return /^\d{1,5}$/.test(text) && days >= 1
        ? parsed(days)
        : unfit('must be a whole number of days from 1 to 99999, or be left out to keep them for ever')
    },
  } satisfies Setting<Config['keepDays']>,
  SHOPBELL_METRICS_TOKEN: {
    default: 'none',
    meaning:
      'What Prometheus sends as `Authorization: Bearer …` to read `/metrics`, 16 letters or more. Without it there is no such address.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      return /^[\x21-\x7e]{16,200}$/.test(text)
        ? parsed(text)
        : unfit('must be 16 to 200 letters, digits or signs without blanks')
    },
  } satisfies Setting<Config['metricsToken']>,
  SHOPBELL_DEMO: {
    default: 'on with the embedded database, else off',
    meaning: 'Whether the demo store with its flow is made at the start: `on` or `off`.',
    parse: (text) =>
      text === undefined || text === 'on' || text === 'off'
        ? parsed(text === undefined ? null : text === 'on')
        : unfit('must be on or off'),
  } satisfies Setting<Config['demo'] | null>,
  SHOPBELL_EXTENSIONS: {
    default: 'none',
    meaning:
      'Modules that export an [extension](extending.md), separated by commas: paths, from the folder the server was started in, or installed packages. Loaded at the start; what cannot be loaded keeps the server from starting.',
    parse: (text) => {
      const modules = text === undefined ? [] : text.split(',').map((module) => module.trim())
      return modules.includes('') ? unfit('must name modules, separated by single commas') : parsed(modules)
    },
  } satisfies Setting<Config['extensions']>,
  SHOPBELL_BOTKIT: {
    default: 'off',
    meaning:
      'Lets Botkit’s web clients in (docs/protocol.md): `on` at `/botkit`, `/botkit/history` and `/api/messages`; `root` also with their socket at `/`, where they look for it unless they are told otherwise.',
    parse: (text = 'off') => {
      if (text === 'off') return parsed(null)
      if (text === 'on') return parsed('path')
      return text === 'root' ? parsed('root') : unfit('must be off, on or root')
    },
  } satisfies Setting<Config['botkit']>,
  SHOPBELL_BOTKIT_STORE: {
    default: 'the only store',
    meaning: 'Public id of the store that Botkit’s clients mean whose address names none with `?store=`.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      return /^[A-Za-z0-9_-]{1,64}$/.test(text)
        ? parsed(text)
        : unfit('must be the public id of a store, as the console shows it with the snippet')
    },
  } satisfies Setting<Config['botkitStore']>,
  SHOPBELL_SMTP_URL: {
    default: 'no mail is sent',
    meaning:
      'The mail server: `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. With `?requireTLS=true` it has to offer TLS.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      const url = urlOf(text)
      return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
        ? parsed(text)
        : unfit('must begin with smtp:// or smtps:// and name a server')
    },
  } satisfies Setting<string | null>,
  SHOPBELL_MAIL_FROM: {
    default: 'none',
    meaning:
      'The sender that readers see, needed with `SHOPBELL_SMTP_URL`: `chat@shop.example` or `Harbor Steel <chat@shop.example>`.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      return /^([^<>\p{Cc}]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u.test(text)
        ? parsed(text)
        : unfit('must be one address, as name@host or Name <name@host>')
    },
  } satisfies Setting<string | null>,
  SHOPBELL_WEBHOOK_ALLOW: {
    default: 'none',
    meaning:
      'Hosts, addresses or CIDR ranges of your own, separated by commas, that webhooks may go to beside the public net, at any port and without TLS. Link-local addresses stay closed; loopback opens only by a range inside it or by `localhost`.',
    parse: (text) => (text === undefined ? parsed([]) : parseAllowedPlaces(text)),
  } satisfies Setting<Config['webhookAllow']>,
  SHOPBELL_SECRET_KEY: {
    default: 'they are kept as they are',
    meaning:
      'Key under which the secrets of webhooks are kept in the database ([webhooks.md](webhooks.md#secrets-in-the-database)): 32 bytes in base64, as `openssl rand -base64 32` prints them. Several, separated by commas: the first is for new secrets, the others open older ones.',
    parse: (text) => (text === undefined ? parsed([]) : parseSecretKeys(text)),
  } satisfies Setting<Config['secretKeys']>,
  SHOPBELL_TEST_CLOCK: {
    default: 'none',
    meaning:
      'For tests only: a port of 127.0.0.1 (0 takes a free one) on which they move the server’s time, which then stands still. Limits per time are off. Refused together with a public address.',
    parse: (text) => {
      if (text === undefined) return parsed(null)
      return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
        ? parsed(Number(text))
        : unfit('must be a whole number from 0 to 65535, or be left out')
    },
  } satisfies Setting<Config['testClockPort']>,
} as const

function urlOf(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
