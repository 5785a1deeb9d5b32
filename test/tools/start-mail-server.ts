import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { freePort } from './free-port.ts'

/** What the mail server does with the next letters. */
export type Mood = 'takes' | 'is busy' | 'refuses addresses' | 'refuses letters' | 'refuses sign-ins'

export interface TakenLetter {
  readonly to: readonly string[]
  /** Headers and words, as they came over the wire. */
  readonly source: string
}

/** A real SMTP server on a free port of this machine. */
export interface MailServer {
  readonly url: string
  readonly taken: readonly TakenLetter[]
  /** How many letters or sign-ins it has turned away. */
  readonly refusals: () => number
  readonly be: (mood: Mood) => void
  readonly stop: () => Promise<void>
}

const USER = { name: 'shop', password: 'mail-secret' }

export async function startMailServer(atPort?: number): Promise<MailServer> {
  const port = atPort ?? (await freePort())
  const taken: TakenLetter[] = []
  let mood: Mood = 'takes'
  let refusals = 0
  const refusal = (words: string, responseCode: number) => {
    refusals += 1
    return Object.assign(new Error(words), { responseCode })
  }
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      const isKnown = mood !== 'refuses sign-ins' && username === USER.name && password === USER.password
      if (isKnown) done(null, { user: USER.name })
      else done(refusal('Who are you?', 535))
    },
    onRcptTo: (_address, _session, done) => {
      done(mood === 'refuses addresses' ? refusal('No such user here', 550) : null)
    },
    onData: (stream, session, done) => {
      text(stream).then((source) => {
        if (mood === 'is busy') return done(refusal('Come back later', 451))
        if (mood === 'refuses letters') return done(refusal('This looks like spam', 554))
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
        return done()
      }, done)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `smtp://${USER.name}:${USER.password}@127.0.0.1:${String(port)}`,
    taken,
    refusals: () => refusals,
    be: (next) => {
      mood = next
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
