import type { Answer, ApiError } from './answer.ts'

/** Settings of the store that an account may have of its own; null: it follows the store. */
export interface ScopedDesk<Settings> {
  /** Whether who asks may change the store's, and other accounts'. */
  readonly keeper: boolean
  readonly store: { readonly settings: Settings; readonly revision: number }
  readonly accounts: readonly {
    readonly id: string
    readonly self: boolean
    readonly settings: Settings | null
    readonly revision: number
  }[]
}

interface Body<Settings> {
  readonly settings: Settings
  readonly revision: number
}

/** How they are read and saved; what is saved is answered as all there is then. */
export interface ScopedWay<Settings, Desk> {
  readonly read: () => Promise<Answer<Desk>>
  readonly saveStore: (body: Body<Settings>) => Promise<Answer<Desk>>
  readonly saveMine: (body: Body<Settings | null>) => Promise<Answer<Desk>>
  readonly saveAccount: (id: string, body: Body<Settings | null>) => Promise<Answer<Desk>>
}

/** Whose settings are on the page: the store's, or those of the account with this id. */
export type Scope = 'store' | (string & {})

/** Opens a page of such settings: what the server has, and those of one scope as they are being changed. Nothing is asked before `read`. */
export function openScopedPage<Settings, Desk extends ScopedDesk<Settings>>(way: ScopedWay<Settings, Desk>) {
  let desk = $state.raw<Desk | null>(null)
  let scope = $state.raw<Scope>('store')
  let settings = $state.raw<Settings | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const account = $derived(desk?.accounts.find(({ id }) => id === scope))
  /** Where an account follows the store, its page begins with the store's settings. */
  const base = $derived(account?.settings ?? desk?.store.settings ?? null)
  const changed = $derived(base !== null && JSON.stringify(settings) !== JSON.stringify(base))

  async function show(asked: Promise<Answer<Desk>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    // Who may not change the store's begins with their own.
    if (!desk.keeper && scope === 'store') scope = desk.accounts.find(({ self }) => self)?.id ?? 'store'
    settings = base
    return true
  }

  function send(next: Settings | null): Promise<Answer<Desk>> | null {
    if (account) {
      const body = { settings: next, revision: account.revision }
      return account.self ? way.saveMine(body) : way.saveAccount(account.id, body)
    }
    return desk === null || next === null
      ? null
      : way.saveStore({ settings: next, revision: desk.store.revision })
  }

  async function save(next: Settings | null): Promise<boolean> {
    const asked = saving ? null : send(next)
    if (asked === null) return false
    saving = true
    const saved = await show(asked)
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
    get error() {
      return error
    },
    get saving() {
      return saving
    },
    get changed() {
      return changed
    },
    read: (): Promise<boolean> => show(way.read()),
    /** Shows what the server answers to something else that changes them; false: it refused. */
    show,
    change: (part: Partial<Settings>): void => {
      if (settings !== null) settings = { ...settings, ...part }
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
    discard: (): void => {
      settings = base
      error = null
    },
  }
}
