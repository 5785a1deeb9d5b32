import type { InviteBody, SecretLink } from '@shopbell/protocol'
import { type Done, isRefused, type Refused } from '../reception/refused.ts'
import { accountsOfStore } from '../store/accounts.ts'
import { emailKey } from '../store/email-key.ts'
import { deleteInvitation, putInvitation } from '../store/invitations.ts'
import { runAsStore } from '../store/run-as.ts'
import { storeById, type StoreRow } from '../store/stores.ts'
import type { Accounts } from './accounts.ts'
import { stillActing } from './acting.ts'
import type { Actor } from './actor.ts'
import { invitationLetter } from './letters.ts'
import { mailLetter } from './mail-letter.ts'
import { newPublicId } from './public-id.ts'
import { outranks } from './outranks.ts'
import { recordAudit } from './record-audit.ts'
import { newSecretLink } from './secret-link.ts'

const INVITATION_LIFETIME_MS = 24 * 3_600_000

/**
 * Invites somebody by a link that works once, within 24 hours; a newer link for the same e-mail ends the older. Refused with
 * `RANK_TOO_LOW`, or `PERSON_HERE` where they have an account already.
 */
export async function inviteColleague(
  accounts: Pick<Accounts, 'database' | 'clock' | 'sendMail' | 'log' | 'ownOrigin'>,
  actor: Actor,
  { email, role }: InviteBody,
): Promise<SecretLink | Refused> {
  const { database, clock } = accounts
  const { storeId } = actor
  const madeAt = clock.now()
  const expiresAt = madeAt + INVITATION_LIFETIME_MS
  const { link, tokenHash } = newSecretLink(accounts, 'invitation')

  const outcome = await runAsStore(database, storeId, async (tx): Promise<StoreRow | Refused | null> => {
    const self = await stillActing(tx, actor)
    if (self === null) return { refused: 'FORBIDDEN' }
    if (!outranks(self.role, role)) return { refused: 'RANK_TOO_LOW' }
    const people = await accountsOfStore(tx, storeId)
    if (people.some((one) => emailKey(one.email) === emailKey(email))) return { refused: 'PERSON_HERE' }
    const publicId = newPublicId()
    await putInvitation(tx, {
      storeId,
      publicId,
      email,
      role,
      tokenHash,
      madeBy: self.id,
      madeAt,
      expiresAt,
    })
    await recordAudit(tx, actor, { at: madeAt, action: 'invited', subject: email, details: { role } })
    return storeById(tx, storeId)
  })
  if (outcome === null) return { refused: 'NOT_FOUND' }
  if (isRefused(outcome)) return outcome

  const { name: store, defaultLocale: locale } = outcome
  const letter = invitationLetter({ to: email, store, inviter: actor.name, link, locale, storeId })
  return { link, expiresAt, mailed: await mailLetter(accounts, letter) }
}

/** Takes an invitation back: its link no longer works. */
export function withdrawInvitation(
  { database, clock }: Pick<Accounts, 'database' | 'clock'>,
  actor: Actor,
  publicId: string,
): Promise<Done | Refused> {
  return runAsStore(database, actor.storeId, async (tx) => {
    if ((await stillActing(tx, actor)) === null) return { refused: 'FORBIDDEN' }
    const taken = await deleteInvitation(tx, actor.storeId, publicId)
    if (taken === null) return { refused: 'NOT_FOUND' }
    const at = clock.now()
    await recordAudit(tx, actor, { at, action: 'invitation_withdrawn', subject: taken.email })
    return { done: true }
  })
}
