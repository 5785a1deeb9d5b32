import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../tools/eventually.ts'
import { type Postgres, startPostgres } from '../tools/start-postgres.ts'
import { type Asked, type PlatformStub, startPlatformStub } from './platform-stub.ts'
import { type RunningBot, startBot } from './start-bot.ts'

const FLOW = new URL('../../flows/export-factory/flow.json', import.meta.url)
const BOT = new URL('shared-bot.mjs', import.meta.url)
const MINUTES = 60_000

// Messenger sends again what no process said yes to, to whichever process answers; the bot says every word through Messenger's API,
// so the order of those requests is what a buyer reads.

/** What a buyer reads, as words and titles of buttons: three at most to a message. */
const READS = {
  greeting: /^Hello and welcome/,
  list: /^You can tap a question at any time: \[MOQ\?/,
  moreOfList: /^… \[Your logo\?/,
  size: /^Which size do you need\? \[500 ml/,
  moreSizes: /^… \[Other size\]$/,
  quantity: /^How many pieces\?$/,
  logo: /^How shall we put your logo on\? Choose one or more\. \[Laser/,
  moreLogos: /^… \[No logo\]$/,
  closing: /^Thank you/,
}
const EVERYTHING = Object.values(READS).map((words) => expect.stringMatching(words))
/** With the offer for who does not order by the thousand, as '500 ml' pieces are taken. */
const FOR_A_FEW = EVERYTHING.toSpliced(-1, 0, expect.stringMatching(/^For smaller runs/))

describe.each(['PostgreSQL', 'SQLite'] as const)('two processes of one bot on one %s', (kind) => {
  let postgres: Postgres | null = null
  let directory: string
  let remote: PlatformStub
  let one: RunningBot
  let other: RunningBot
  /** Whose words the platform does not answer to any more: the process that says them never hears that it did. */
  let silent: (asked: Asked) => boolean = () => false

  const start = () => {
    const environment: Record<string, string> =
      postgres === null ? { SQLITE_FILE: join(directory, 'bot.sqlite') } : { DATABASE_URL: postgres.url() }
    return startBot(BOT, FLOW, { platform: 'facebook', remote: remote.url, environment })
  }

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'shopbell-bots-'))
    postgres = kind === 'PostgreSQL' ? await startPostgres() : null
    remote = await startPlatformStub((asked) =>
      silent(asked) ? new Promise(() => undefined) : Promise.resolve(),
    )
    ;[one, other] = await Promise.all([start(), start()])
  }, 5 * MINUTES)
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()])
    await remote.stop()
    await postgres?.stop()
    rmSync(directory, { recursive: true })
  })

  test('buyers write to both at once, everything comes to both: all is taken once, said once and in order', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, at) => visit(`both-${String(at)}`)))
  })

  async function visit(buyer: string): Promise<void> {
    const toBoth = (...texts: string[]) =>
      Promise.all(texts.flatMap((text) => [one, other].map((bot) => send(bot, buyer, text))))
    await toBoth('hi')
    await toBoth('500 ml', '1200')
    await toBoth('Laser')
    const { answers, read } = await eventually(() => outcomeOf(buyer))
    // Whichever of the quick two was first answers the first question.
    const isInOrder = read.at(-1)?.includes('500 ml\n- How many pieces? 1200')
    expect(answers).toEqual(
      isInOrder
        ? { size: 'ml-500', quantity: 1_200, logo: ['laser'] }
        : { size: '1200', quantity: '500 ml', logo: ['laser'] },
    )
    expect(read).toEqual(isInOrder ? EVERYTHING : FOR_A_FEW)
    expect(handoffsOf(buyer)).toHaveLength(1)
  }

  test('one is killed while it speaks: the other says what was left, takes what comes, and loses nothing', async () => {
    const buyer = 'killed'
    await send(one, buyer, 'hi')
    silent = (asked) => recipientOf(asked) === buyer && wordsOf(asked) === 'How many pieces?'
    const unheard = expect(send(one, buyer, '500 ml')).rejects.toThrow()
    await eventually(() => expect(readBy(buyer)).toContain('How many pieces?'))
    await one.stop()
    await unheard
    silent = () => false
    // The platform sends again what nobody said yes to; meanwhile the buyer writes on.
    await Promise.all([send(other, buyer, '500 ml'), send(other, buyer, '1200')])
    await send(other, buyer, 'Laser')
    const { answers, read } = await eventually(() => outcomeOf(buyer))
    expect(answers).toEqual({ size: 'ml-500', quantity: 1_200, logo: ['laser'] })
    // The words that nobody noted as said are said again, before all that follows.
    expect(read.filter((words) => words === 'How many pieces?')).toHaveLength(2)
    expect(read.filter((words, at) => words !== read[at - 1])).toEqual(EVERYTHING)
    expect(handoffsOf(buyer)).toHaveLength(1)
    one = await start()
  })

  test('one is killed in a crowd: every buyer is received to the end', async () => {
    const buyers = Array.from({ length: 6 }, (_, at) => `crowd-${String(at)}`)
    const begun = buyers.map((buyer) => insist(buyer))
    await eventually(() => expect(remote.all().filter(isInCrowd).length).toBeGreaterThan(18))
    await one.stop()
    await Promise.all(begun)
    for (const buyer of buyers) {
      const { answers, read } = await eventually(() => outcomeOf(buyer))
      expect(answers).toEqual({ size: 'ml-500', quantity: 1_200, logo: ['laser'] })
      // What was in the hands of the dead one may come twice, but nothing is left out and nothing comes before its turn.
      expect([...new Set(read)]).toEqual(EVERYTHING)
      expect(handoffsOf(buyer).length).toBeGreaterThan(0)
    }
    one = await start()
  })

  const isInCrowd = (asked: Asked) => String(recipientOf(asked)).startsWith('crowd-')

  /** As the platform does: each message to the one process, and to the other where that does not answer. */
  async function insist(buyer: string): Promise<void> {
    for (const text of ['hi', '500 ml', '1200', 'Laser'])
      await send(one, buyer, text).catch(() => send(other, buyer, text))
  }

  /** A buyer's message has one id, whichever process it is sent to. */
  async function send(bot: RunningBot, buyer: string, text: string): Promise<void> {
    const message = { mid: `${buyer}/${text}`, text }
    const messaging = [{ sender: { id: buyer }, recipient: { id: 'PAGE' }, timestamp: 1, message }]
    const body = JSON.stringify({ object: 'page', entry: [{ messaging }] })
    const signature = createHmac('sha1', 'secret').update(body).digest('hex')
    const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` }
    const { status } = await fetch(`${bot.url}/api/messages`, { method: 'POST', body, headers })
    expect(status).toBe(200)
  }

  function readBy(buyer: string): readonly string[] {
    return remote
      .all()
      .filter((asked) => recipientOf(asked) === buyer)
      .map(wordsOf)
  }

  function handoffsOf(buyer: string): readonly Asked[] {
    return remote
      .all()
      .filter(
        ({ host, body }) => host === 'desk.example' && String(body['conversation']).endsWith(`/${buyer}`),
      )
  }

  /** Once somebody was told that the buyer waits. */
  function outcomeOf(buyer: string): { readonly answers: unknown; readonly read: readonly string[] } {
    const [handoff] = handoffsOf(buyer)
    if (handoff === undefined) throw new Error(`${buyer} read only ${readBy(buyer).join(' / ')}`)
    return { answers: handoff.body['answers'], read: readBy(buyer) }
  }
})

function recipientOf({ body: { recipient } }: Asked): unknown {
  return within(recipient, 'id')
}

/** A message of Messenger as one line. */
function wordsOf({ body: { message } }: Asked): string {
  const text = within(message, 'text')
  if (typeof text === 'string') return text
  const payload = within(within(message, 'attachment'), 'payload')
  const buttons = within(payload, 'buttons')
  const titles = Array.isArray(buttons) ? buttons.map((button) => String(within(button, 'title'))) : []
  return `${String(within(payload, 'text'))} [${titles.join(' | ')}]`
}

function within(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
