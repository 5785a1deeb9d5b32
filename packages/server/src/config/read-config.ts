import type { Config } from './config.ts'
import type { Parsed } from './parsed.ts'
import { SETTINGS } from './settings.ts'

export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads the settings from the environment. All problems come at once, each as a sentence that names its variable and what it must
 * be; a value is not repeated, because `DATABASE_URL` holds a password. Empty text counts as left out.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigRead {
  const problems: string[] = []
  function read<T>(name: string, setting: { parse: (text: string | undefined) => Parsed<T> }): T | undefined {
    const text = environment[name]?.trim()
    const result = setting.parse(text === '' ? undefined : text)
    if (result.ok) return result.value
    problems.push(`${name} ${result.problem}.`)
    return undefined
  }

  const port = read('PORT', SETTINGS.PORT)
  const host = read('HOST', SETTINGS.HOST)
  const databaseUrl = read('DATABASE_URL', SETTINGS.DATABASE_URL)
  const dataDirectory = read('SHOPBELL_DATA', SETTINGS.SHOPBELL_DATA)
  const publicUrl = read('SHOPBELL_PUBLIC_URL', SETTINGS.SHOPBELL_PUBLIC_URL)
  const logLevel = read('LOG_LEVEL', SETTINGS.LOG_LEVEL)
  const trustProxy = read('SHOPBELL_TRUST_PROXY', SETTINGS.SHOPBELL_TRUST_PROXY)
  const keepDays = read('SHOPBELL_KEEP_DAYS', SETTINGS.SHOPBELL_KEEP_DAYS)
  const metricsToken = read('SHOPBELL_METRICS_TOKEN', SETTINGS.SHOPBELL_METRICS_TOKEN)
  const demo = read('SHOPBELL_DEMO', SETTINGS.SHOPBELL_DEMO)
  const extensions = read('SHOPBELL_EXTENSIONS', SETTINGS.SHOPBELL_EXTENSIONS)
  const botkit = read('SHOPBELL_BOTKIT', SETTINGS.SHOPBELL_BOTKIT)
  const botkitStore = read('SHOPBELL_BOTKIT_STORE', SETTINGS.SHOPBELL_BOTKIT_STORE)
  const smtpUrl = read('SHOPBELL_SMTP_URL', SETTINGS.SHOPBELL_SMTP_URL)
  const mailFrom = read('SHOPBELL_MAIL_FROM', SETTINGS.SHOPBELL_MAIL_FROM)
  const webhookAllow = read('SHOPBELL_WEBHOOK_ALLOW', SETTINGS.SHOPBELL_WEBHOOK_ALLOW)
  const secretKeys = read('SHOPBELL_SECRET_KEY', SETTINGS.SHOPBELL_SECRET_KEY)
  const testClockPort = read('SHOPBELL_TEST_CLOCK', SETTINGS.SHOPBELL_TEST_CLOCK)
  if (typeof testClockPort === 'number' && (publicUrl !== null || !isOfThisMachine(host)))
    problems.push(
      'SHOPBELL_TEST_CLOCK must be left out where others reach the server: with SHOPBELL_PUBLIC_URL, or with a HOST other than 127.0.0.1, ::1 and localhost.',
    )
  if (smtpUrl && mailFrom === null)
    problems.push('SHOPBELL_MAIL_FROM must be set where SHOPBELL_SMTP_URL is.')
  if (mailFrom && smtpUrl === null)
    problems.push('SHOPBELL_SMTP_URL must be set where SHOPBELL_MAIL_FROM is.')

  if (
    port === undefined ||
    host === undefined ||
    databaseUrl === undefined ||
    dataDirectory === undefined ||
    publicUrl === undefined ||
    logLevel === undefined ||
    trustProxy === undefined ||
    keepDays === undefined ||
    metricsToken === undefined ||
    demo === undefined ||
    extensions === undefined ||
    botkit === undefined ||
    botkitStore === undefined ||
    smtpUrl === undefined ||
    mailFrom === undefined ||
    webhookAllow === undefined ||
    secretKeys === undefined ||
    testClockPort === undefined ||
    problems.length > 0
  ) {
    return { ok: false, problems }
  }
  return {
    ok: true,
    config: {
      port,
      host,
      databaseUrl,
      dataDirectory,
      publicUrl,
      logLevel,
      trustProxy,
      keepDays,
      metricsToken,
      demo: demo ?? databaseUrl === null,
      extensions,
      botkit,
      botkitStore,
      webhookAllow,
      secretKeys,
      testClockPort,
      mail: smtpUrl === null || mailFrom === null ? null : { url: smtpUrl, from: mailFrom },
    },
  }
}

function isOfThisMachine(host: string | undefined): boolean {
  return host !== undefined && ['127.0.0.1', '::1', 'localhost'].includes(host)
}
