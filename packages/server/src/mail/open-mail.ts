import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { SendMail } from '../accounts/send-mail.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../store/database.ts'
import {
  type DueLetter,
  forgetGivenUp,
  forgetWords,
  giveUpLetter,
  postponeLetter,
  putLetter,
  removeLetter,
  takeDueLetters,
} from '../store/letters.ts'
import { runAsEntrance } from '../store/run-as.ts'
import { GIVE_UP_AFTER_MS, nextTryAt } from './next-try.ts'
import type { Transport } from './transport.ts'
import { whyRefused } from './why-refused.ts'

export interface MailParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  readonly transport: Transport
}

export interface MailRoom {
  readonly send: SendMail
  /** Lets the letters that are on their way arrive, then ends. What still waits is sent after the next start. */
  readonly stop: () => Promise<void>
}

/** So long at most until a letter of another node, or one that is tried again, is seen. */
const LOOK_EVERY_MS = 5_000
/** Longer than the slowest mail server may take (`open-smtp.ts`); after that another node tries. */
const HOLD_MS = 5 * 60_000
const AT_ONCE = 4
/** A mail server that takes longer to answer does not hold up the end; its letter is sent again after the hold. */
const END_WITHIN_MS = 5_000
/** A letter that was given up is shown to the shop's admins for a week. */
const SHOW_GIVEN_UP_MS = 7 * 24 * 60 * 60_000

/**
 * Keeps every letter in the database until the mail server has taken it. A crash between the two sends it twice, under the same
 * message id: a letter too many is better than one too few. Nothing of a letter but its number goes into the log.
 */
export function openMail({ database, clock, log, transport }: MailParts): MailRoom {
  let isStopped = false
  let sleeping: NodeJS.Timeout | undefined
  let look = lookAndSleep()
  return {
    send: async ({ to, subject, text, storeId }) => {
      const letter = { forStore: storeId ?? null, recipient: to, subject, words: text, at: clock.now() }
      await runAsEntrance(database, (tx) => putLetter(tx, letter))
      clearTimeout(sleeping)
      if (!isStopped) look = look.then(lookAndSleep)
    },
    stop: async () => {
      isStopped = true
      clearTimeout(sleeping)
      await Promise.race([look, pause(END_WITHIN_MS, undefined, { ref: false })])
      transport.close()
    },
  }

  async function lookAndSleep(): Promise<void> {
    try {
      while (!isStopped && (await deliverDue()) === AT_ONCE);
    } catch (error) {
      log.error({ err: error }, 'the letters could not be read')
    }
    if (isStopped) return
    clearTimeout(sleeping)
    sleeping = setTimeout(() => {
      look = lookAndSleep()
    }, LOOK_EVERY_MS)
    sleeping.unref()
  }

  async function deliverDue(): Promise<number> {
    const at = clock.now()
    const due = await runAsEntrance(database, async (tx) => {
      await forgetGivenUp(tx, at - SHOW_GIVEN_UP_MS)
      await forgetWords(tx, at - GIVE_UP_AFTER_MS)
      return takeDueLetters(tx, { at, heldUntil: at + HOLD_MS, limit: AT_ONCE })
    })
    await Promise.all(due.map(deliver))
    return due.length
  }

  async function deliver(letter: DueLetter): Promise<void> {
    const { id, recipient, subject, words, queuedAt } = letter
    try {
      const outgoing = { id: `${String(id)}.${String(queuedAt)}`, to: recipient, subject, text: words }
      await transport.deliver(outgoing)
    } catch (error) {
      await noteFailure(letter, error)
      return
    }
    await runAsEntrance(database, (tx) => removeLetter(tx, id))
  }

  async function noteFailure(letter: DueLetter, error: unknown): Promise<void> {
    const { reason, isFinal, status } = whyRefused(error)
    const at = clock.now()
    const nextAt = isFinal ? null : nextTryAt(letter, at)
    const about = { letter: letter.id, storeId: letter.forStore, tries: letter.tries, reason, status }
    if (nextAt === null) {
      await runAsEntrance(database, (tx) => giveUpLetter(tx, letter.id, { at, reason }))
      log.error(about, 'a letter was not delivered; nobody tries it any more')
    } else {
      await runAsEntrance(database, (tx) => postponeLetter(tx, letter.id, { nextAt, reason }))
      log.warn(about, 'a letter was not delivered; it is tried again')
    }
  }
}
