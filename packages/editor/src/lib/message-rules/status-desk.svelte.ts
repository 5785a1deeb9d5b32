import { type CountMode, statusProblems } from '@shopbell/engine'
import type { StatusDesk, StatusReplies } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import { readStatus, saveAccountStatus, saveMyStatus, saveStoreStatus } from '#lib/api/status.ts'
import { shopLimits } from './shop-limits.ts'

/** Whose replies are on the page: the store's, or those of the account with this id. */
export type StatusScope = 'store' | (string & {})

export type StatusPage = ReturnType<typeof openStatusPage>

/** The page's state: what the server has, and the replies of one scope as they are being changed. */
export function openStatusPage() {
  let desk = $state.raw<StatusDesk | null>(null)
  let scope = $state.raw<StatusScope>('store')
  let replies = $state.raw<StatusReplies | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const account = $derived(desk?.accounts.find(({ id }) => id === scope))
  /** Where an account follows the store, its page begins with the store's replies. */
  const base = $derived((account ? account.settings : null) ?? desk?.store.settings ?? null)
  const changed = $derived(base !== null && JSON.stringify(replies) !== JSON.stringify(base))
  const limits = $derived(shopLimits())
  const problems = $derived(replies === null || limits === null ? [] : statusProblems(replies, limits))

  async function doing(asked: Promise<Answer<StatusDesk>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    // Who may not change the store's begins with their own.
    if (!desk.keeper && scope === 'store') scope = desk.accounts.find(({ self }) => self)?.id ?? 'store'
    replies = base
    return true
  }

  async function send(settings: StatusReplies | null): Promise<boolean> {
    if (saving || desk === null) return false
    const { revision } = account ?? desk.store
    saving = true
    const saved = await doing(
      account
        ? account.self
          ? saveMyStatus({ settings, revision })
          : saveAccountStatus(account.id, { settings, revision })
        : saveStoreStatus({ settings: settings ?? desk.store.settings, revision }),
    )
    saving = false
    return saved
  }

  return {
    get desk() {
      return desk
    },
    get scope() {
      return scope
    },
    /** The replies on the page, saved or not. */
    get replies() {
      return replies
    },
    /** The account on the page has nothing of its own. */
    get follows() {
      return account !== undefined && account.settings === null
    },
    get error() {
      return error
    },
    get saving() {
      return saving
    },
    get changed() {
      return changed
    },
    /** The most characters of a reply, and how they are counted: by the rule book of today. */
    get bound(): { readonly max: number; readonly countMode: CountMode | undefined } {
      return { max: limits?.answerMax ?? desk?.answerMax ?? 200, countMode: limits?.countMode }
    },
    /** What keeps the replies from being saved. */
    get problems() {
      return problems
    },
    read: (): Promise<boolean> => doing(readStatus()),
    change: (part: Partial<StatusReplies>): void => {
      if (replies) replies = { ...replies, ...part }
    },
    /** Shows another scope; the page offers it only while nothing is unsaved. */
    look: (at: StatusScope): void => {
      scope = at
      replies = base
      error = null
    },
    save: (): Promise<boolean> => send(replies),
    /** Lets the account follow the store again. */
    follow: (): Promise<boolean> => send(null),
    discard: (): void => {
      replies = base
      error = null
    },
  }
}
