import { statusProblems, type StatusProblem } from '@shopbell/engine'
import type { StatusDesk, StatusReplies } from '@shopbell/protocol'
import type { Actor } from '../accounts/actor.ts'
import { recordAudit } from '../accounts/record-audit.ts'
import { profileOfStore } from '../reception/profile-of-store.ts'
import { isRefused, type Refused } from '../reception/refused.ts'
import { saveSetting } from '../store/settings.ts'
import { changeSettings } from './change-settings.ts'
import { accountIn, type ScopedSave } from './setting-scope.ts'
import type { Settings } from './settings.ts'
import { statusDesk } from './status-desk.ts'

/** A refusal that says what of the replies is unfit. */
export interface StatusRefused extends Refused {
  readonly problems?: readonly StatusProblem[]
}

/** Saves the status replies of a scope, if they are still those of `revision` (PRM-01). */
export async function saveStatus(
  parts: Settings,
  actor: Actor,
  { scope, settings, revision }: ScopedSave<StatusReplies>,
): Promise<StatusDesk | StatusRefused> {
  const { storeId, name } = actor
  return changeSettings(parts, actor, async (tx, self): Promise<StatusDesk | StatusRefused> => {
    const found = await accountIn(tx, self, scope)
    if (isRefused(found)) return found
    const at = parts.clock.now()
    const { faq } = (await profileOfStore(tx, storeId, at)).reception
    const problems = settings === null ? [] : statusProblems(settings, faq)
    if (problems.length > 0) return { refused: 'STATUS_UNFIT', problems }
    const accountId = found.account?.id ?? null
    const next = { accountId, value: settings, revision, changedAt: at, changedBy: name }
    if (!(await saveSetting(tx, storeId, 'status_replies', next))) return { refused: 'SETTINGS_MOVED' }
    await recordAudit(tx, actor, {
      at,
      action: 'store_changed',
      subject: 'status_replies',
      details: {
        on: settings === null ? null : switchedOn(settings),
        ...(found.account && { of: found.account.name }),
      },
    })
    return statusDesk(tx, actor, at)
  })
}

function switchedOn(replies: StatusReplies): string {
  return Object.entries(replies)
    .flatMap(([name, { on }]) => (on ? [name] : []))
    .join(' ')
}
