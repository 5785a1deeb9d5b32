import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type MailRoom, openMail } from '../../../packages/server/src/mail/open-mail.ts'
import { openSmtp } from '../../../packages/server/src/mail/open-smtp.ts'
import { listLetters } from '../../../packages/server/src/mail/list-letters.ts'
import { sendAgain } from '../../../packages/server/src/mail/send-again.ts'
import { createLog } from '../../../packages/server/src/observability/create-log.ts'
import { putLetter, takeDueLetters } from '../../../packages/server/src/store/letters.ts'
import { runAsEntrance, runAsStore } from '../../../packages/server/src/store/run-as.ts'
import { type MailServer, startMailServer } from '../../tools/start-mail-server.ts'
import { newStore } from '../store/stage.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../store/test-database.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FROM = 'Harbor Steel <chat@harbor.example>'
const LETTER = {
  to: 'lin@harbor.example',
  subject: 'Lin, you are invited 您被邀请了',
  text: 'Open this link:\nhttps://chat.example/console/join#token=letter-secret\n欢迎',
}

const shown = { id: expect.any(Number), to: LETTER.to, subject: LETTER.subject }

describe.each(KINDS)('letters on %s', (kind) => {
  let database: TestDatabase
  let storeId: number
  let server: MailServer
  let mail: MailRoom
  let now = 0
  const lines: string[] = []
  const log = createLog('debug', { write: (line) => void lines.push(line) })
  const open = (url = server.url) =>
    openMail({ database, clock: { now: () => now }, log, transport: openSmtp({ url, from: FROM }) })

  beforeAll(async () => {
    database = await openTestDatabase(kind, inject('postgresUrl'))
    storeId = (await newStore(database)).id
  })
  afterAll(() => database.discard())
  beforeEach(async () => {
    now += 30 * DAY
    lines.length = 0
    server = await startMailServer()
    mail = open()
  })
  afterEach(async () => {
    await mail.stop()
    await server.stop()
    await database.asOwner((tx) => tx.deleteFrom('letter').execute())
  })

  const parts = () => ({ database, clock: { now: () => now } })
  const kept = () => database.asOwner((tx) => tx.selectFrom('letter').selectAll().execute())
  /** Time passes, and the letters are looked at again: after a start that comes at once. */
  async function laterBy(ms: number, url?: string): Promise<void> {
    await mail.stop()
    now += ms
    mail = open(url)
  }

  test('a letter arrives as it was written, from the sender that is set, and is then forgotten', async () => {
    await mail.send({ ...LETTER, storeId })
    await expect.poll(() => server.taken.length).toBe(1)
    const [{ to, source }] = server.taken as [(typeof server.taken)[number]]
    expect(to).toEqual([LETTER.to])
    expect(source).toMatch(/^From: Harbor Steel <chat@harbor\.example>\r$/m)
    expect(source).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m)
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(source).not.toMatch(/text\/html|multipart/)
    await expect.poll(kept).toEqual([])
    expect(await listLetters(parts(), { storeId })).toEqual([])
  })

  test.for([
    ['is busy', 'server_busy', 451],
    ['refuses sign-ins', 'sign_in_refused', 535],
  ] as const)('a mail server that %s loses nothing: it is asked again', async ([mood, reason, status]) => {
    server.be(mood)
    await mail.send({ ...LETTER, storeId })
    await expect.poll(async () => (await kept())[0]?.reason).toBe(reason)
    expect(await listLetters(parts(), { storeId })).toEqual([
      { ...shown, queuedAt: now, tries: 1, reason, nextAt: now + MINUTE, again: true },
    ])
    expect(lines.join('')).toContain(`"status":${String(status)}`)
    expect(lines.join('')).not.toMatch(/lin@harbor|letter-secret|mail-secret|chat@/)

    server.be('takes')
    await laterBy(MINUTE)
    await expect.poll(kept).toEqual([])
    expect(server.taken).toHaveLength(1)
  })

  test('a mail server that is away loses nothing: it is asked again', async () => {
    const { url } = server
    await server.stop()
    await mail.send(LETTER)
    await expect.poll(async () => (await kept())[0]?.reason).toBe('server_away')
    server = await startMailServer(Number(new URL(url).port))
    await laterBy(MINUTE)
    await expect.poll(kept).toEqual([])
    expect(server.taken).toHaveLength(1)
  })

  test.for([
    ['refuses addresses', 'address_refused'],
    ['refuses letters', 'letter_refused'],
  ] as const)(
    'what a mail server that %s will never take is given up at once, and shown',
    async ([mood, reason]) => {
      server.be(mood)
      await mail.send({ ...LETTER, storeId })
      await expect.poll(async () => (await kept())[0]?.gaveUpAt).toBe(now)
      expect(await kept()).toMatchObject([{ nextAt: null, reason, tries: 1 }])
      expect(await listLetters(parts(), { storeId })).toEqual([
        { ...shown, queuedAt: now, tries: 1, reason, again: true },
      ])
      expect(lines.join('')).toContain('nobody tries it any more')
      // A day later what it says is gone; a week later nobody wants to see it.
      await laterBy(DAY)
      await expect.poll(async () => (await kept())[0]?.words).toBe('')
      await laterBy(7 * DAY)
      await expect.poll(kept).toEqual([])
    },
  )

  test('after a day of trying a letter is given up, its words go, and nobody sends it again', async () => {
    server.be('is busy')
    await mail.send({ ...LETTER, storeId })
    await expect.poll(async () => (await kept())[0]?.reason).toBe('server_busy')
    for (let tries = 2; (await kept())[0]?.gaveUpAt === null; tries += 1) {
      await laterBy(60 * MINUTE)
      await expect.poll(async () => (await kept())[0]?.tries).toBe(tries)
      await expect.poll(server.refusals).toBe(tries)
      await mail.stop()
      mail = open()
    }
    const [letter] = await kept()
    expect(letter).toMatchObject({ reason: 'server_busy', nextAt: null })
    expect((letter?.gaveUpAt ?? 0) - (letter?.queuedAt ?? 0)).toBe(23 * 60 * MINUTE)
    await laterBy(60 * MINUTE)
    await expect.poll(async () => (await kept())[0]?.words).toBe('')
    expect(await listLetters(parts(), { storeId })).toMatchObject([{ again: false }])
    expect(await sendAgain(parts(), { storeId }, letter?.id ?? 0)).toBe('LETTER_TOO_OLD')
  })

  test.for([
    ['was given up', 'refuses addresses', 'address_refused'],
    ['waits for its next try', 'is busy', 'server_busy'],
  ] as const)(
    'a letter that %s is sent again as it was, when somebody asks for it',
    async ([, mood, reason]) => {
      server.be(mood)
      await mail.send({ ...LETTER, storeId })
      await expect.poll(async () => (await listLetters(parts(), { storeId }))[0]?.reason).toBe(reason)
      const [letter] = await listLetters(parts(), { storeId })
      const other = (await newStore(database)).id
      expect(await sendAgain(parts(), { storeId: other }, letter?.id ?? 0)).toBe('NOT_FOUND')

      server.be('takes')
      expect(await sendAgain(parts(), { storeId }, letter?.id ?? 0)).toBe('queued')
      expect(await listLetters(parts(), { storeId })).toEqual([])
      await laterBy(0)
      await expect.poll(kept).toEqual([])
      expect(server.taken.map(({ to }) => to)).toEqual([[LETTER.to]])
      expect(server.taken[0]?.source).toContain('letter-secret')
      expect(await sendAgain(parts(), { storeId }, letter?.id ?? 0)).toBe('NOT_FOUND')
    },
  )

  test('a store sees that its own letters did not arrive, no other’s, and not what is in them', async () => {
    server.be('is busy')
    const other = (await newStore(database)).id
    for (const one of [storeId, other, undefined]) {
      await mail.send({ ...LETTER, to: `of-${String(one)}@x.example`, ...(one && { storeId: one }) })
    }
    await expect.poll(async () => (await kept()).filter(({ reason }) => reason !== null).length).toBe(3)
    const shown = await listLetters(parts(), { storeId })
    expect(shown.map(({ to }) => to)).toEqual([`of-${String(storeId)}@x.example`])
    const all = runAsStore(database, storeId, (tx) => tx.selectFrom('letter').select('recipient').execute())
    expect(await all).toHaveLength(1)
    const words = runAsStore(database, storeId, (tx) => tx.selectFrom('letter').select('words').execute())
    await expect(words).rejects.toMatchObject({ code: '42501' })
  })

  test('what two servers find at once is sent once', async () => {
    await mail.stop()
    for (let n = 0; n < 20; n += 1) {
      const letter = {
        forStore: storeId,
        recipient: `n${String(n)}@harbor.example`,
        subject: 'Hi',
        words: 'Hi',
        at: now,
      }
      await runAsEntrance(database, (tx) => putLetter(tx, letter))
    }
    const others = [open(), open()]
    mail = open()
    await expect.poll(kept).toEqual([])
    for (const other of others) await other.stop()
    expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(20)
    expect(server.taken).toHaveLength(20)
  })

  test('a letter that a server took and died with is sent by the next one, as the same letter', async () => {
    await mail.stop()
    const letter = { forStore: storeId, recipient: LETTER.to, subject: 'Hi', words: 'Hi', at: now }
    await runAsEntrance(database, (tx) => putLetter(tx, letter))
    const held = await runAsEntrance(database, (tx) =>
      takeDueLetters(tx, { at: now, heldUntil: now + 5 * MINUTE, limit: 1 }),
    )
    expect(held).toHaveLength(1)
    mail = open()
    await laterBy(5 * MINUTE)
    await expect.poll(kept).toEqual([])
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]?.source).toMatch(/^Message-ID: <\d+\.\d+@harbor\.example>\r$/im)
  })

  test.for([
    ['two addresses', 'lin@harbor.example, eve@evil.example'],
    ['a line end', 'lin@harbor.example\r\nBcc: eve@evil.example'],
    ['a second name', 'Eve <eve@evil.example>, <lin@harbor.example>'],
  ] as const)('%s in an address or a subject make no second reader and no header', async ([, trick]) => {
    await mail.send({ to: trick, subject: `Hello\r\nBcc: eve@evil.example`, text: 'Hello' })
    await expect.poll(async () => server.taken.length + Number((await kept())[0]?.reason != null)).toBe(1)
    for (const { to, source } of server.taken) {
      expect(to.length).toBeLessThanOrEqual(1)
      expect(source).not.toMatch(/^Bcc:/im)
    }
  })
})
