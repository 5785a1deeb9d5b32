import type { Answer } from './answer.ts'
import { openEditedDesk } from './edited-desk.svelte.ts'
import { extended } from './extended.ts'

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
  let wanted = $state.raw<Scope>('store')
  const edited = openEditedDesk<Desk, Settings>({
    // Where an account follows the store, its page begins with the store's settings.
    keptIn: (desk) => accountIn(desk)?.settings ?? desk.store.settings,
  })
  const account = $derived(edited.desk === null ? undefined : accountIn(edited.desk))

  /** Whose settings are on the page; undefined: the store's. Who may not change those begins with their own. */
  function accountIn({ keeper, accounts }: Desk): Desk['accounts'][number] | undefined {
    return accounts.find(({ id, self }) => (wanted === 'store' && !keeper ? self : id === wanted))
  }

  function send(desk: Desk, settings: Settings | null): Promise<Answer<Desk>> | null {
    if (account) {
      const body = { settings, revision: account.revision }
      return account.self ? way.saveMine(body) : way.saveAccount(account.id, body)
    }
    return settings === null ? null : way.saveStore({ settings, revision: desk.store.revision })
  }

  return extended(edited, {
    get scope(): Scope {
      return account?.id ?? wanted
    },
    /** The account on the page has nothing of its own. */
    get follows() {
      return account !== undefined && account.settings === null
    },
    read: (): Promise<boolean> => edited.show(way.read()),
    change: (part: Partial<Settings>): void => {
      if (edited.settings !== null) edited.write({ ...edited.settings, ...part })
    },
    /** Shows another scope; what was changed and not saved is gone, so the page asks for it only when nothing was. */
    look: (at: Scope): void => {
      wanted = at
      edited.discard()
    },
    save: (): Promise<boolean> => edited.saveBy((desk) => send(desk, edited.settings)),
    /** Lets the account follow the store again. */
    follow: (): Promise<boolean> => edited.saveBy((desk) => send(desk, null)),
  })
}
