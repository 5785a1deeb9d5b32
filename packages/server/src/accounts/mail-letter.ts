import type { Accounts } from './accounts.ts'
import type { Mail } from './send-mail.ts'

/** Hands a letter over where this server sends mail; true: it is on its way. A failure is a log line: the link was shown as well. */
export async function mailLetter(
  { sendMail, log }: Pick<Accounts, 'sendMail' | 'log'>,
  mail: Mail,
): Promise<boolean> {
  if (sendMail === null) return false
  try {
    await sendMail(mail)
    return true
  } catch (error) {
    log.error({ err: error }, 'a letter could not be handed over')
    return false
  }
}
