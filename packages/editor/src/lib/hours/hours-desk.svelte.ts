import { settingsProblems } from '@shopbell/engine'
import type { ReceptionDesk, ReceptionSettings } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import {
  copyReception,
  readReception,
  saveAccountReception,
  saveMyReception,
  saveStoreReception,
} from '#lib/api/reception.ts'

/** Whose settings are on the page: the store's, or those of the account with this id. */
export type Scope = 'store' | (string & {})

export type HoursDesk = ReturnType<typeof openHoursDesk>

/** The page's state: what the server has, and the settings of one scope as they are being changed. */
export function openHoursDesk() {
  let desk = $state.raw<ReceptionDesk | null>(null)
  let scope = $state.raw<Scope>('store')
  let settings = $state.raw<ReceptionSettings | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const account = $derived(desk?.accounts.find(({ id }) => id === scope))
  const kept = $derived(account ? account.settings : desk?.store.settings)
  /** Where an account follows the store, its page begins with the store's settings. */
  const base = $derived(kept ?? desk?.store.settings ?? null)
  const changed = $derived(base !== null && JSON.stringify(settings) !== JSON.stringify(base))
  const problems = $derived(settings === null ? [] : settingsProblems(settings))

  async function doing(asked: Promise<Answer<ReceptionDesk>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    // Who may not change the store's begins with their own.
    if (!desk.keeper && scope === 'store') scope = desk.accounts.find(({ self }) => self)?.id ?? 'store'
    settings = base
    return true
  }

  function send(next: ReceptionSettings | null): Promise<Answer<ReceptionDesk>> | null {
    if (desk === null) return null
    const revision = (account ?? desk.store).revision
    if (account) {
      const body = { settings: next, revision }
      return account.self ? saveMyReception(body) : saveAccountReception(account.id, body)
    }
    return next === null ? null : saveStoreReception({ settings: next, revision })
  }

  async function save(next: ReceptionSettings | null): Promise<boolean> {
    const asked = saving ? null : send(next)
    if (asked === null) return false
    saving = true
    const saved = await doing(asked)
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
    /** The settings on the page, saved or not. */
    get settings() {
      return settings
    },
    /** The account on the page has nothing of its own. */
    get follows() {
      return account !== undefined && account.settings === null
    },
    /** What a zone of null means. */
    get zone() {
      return settings?.timeZone ?? desk?.storeZone ?? 'UTC'
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
    /** What keeps the settings from being saved. */
    get problems() {
      return problems
    },
    read: (): Promise<boolean> => doing(readReception()),
    change: (part: Partial<ReceptionSettings>): void => {
      if (settings) settings = { ...settings, ...part }
    },
    /** Shows another scope; what was changed and not saved is gone, so the page asks for it only when nothing was. */
    look: (at: Scope): void => {
      scope = at
      settings = base
      error = null
    },
    save: (): Promise<boolean> => save(settings),
    /** Lets the account follow the store again. */
    follow: (): Promise<boolean> => save(null),
    copyToAll: (): Promise<boolean> => doing(copyReception((desk?.accounts ?? []).map(({ id }) => id))),
    discard: (): void => {
      settings = base
      error = null
    },
  }
}
