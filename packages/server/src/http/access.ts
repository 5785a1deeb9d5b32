import type { Role } from '@shopbell/protocol'

/** Who may use a route: by which credentials, in which roles. `null` asks for nobody in particular. */
interface Access {
  readonly credentials: readonly ('session' | 'api_token')[]
  readonly roles: readonly Role[]
}

const EVERY_ROLE: readonly Role[] = ['owner', 'admin', 'service_admin', 'agent']
/** Robot settings and publishing (PRM-01). */
const ROBOT_ROLES: readonly Role[] = ['owner', 'admin']

/** The kinds of access a route can ask for; every route of the console names one. */
export const ACCESS = {
  /** Before anybody is signed in. */
  anyone: null,
  /** Any account of the store, by browser or by API token. */
  account: { credentials: ['session', 'api_token'], roles: EVERY_ROLE },
  /** A person at a browser. */
  person: { credentials: ['session'], roles: EVERY_ROLE },
  /** Who may change the robot, by browser or by API token. */
  robotKeeper: { credentials: ['session', 'api_token'], roles: ROBOT_ROLES },
  /** Who may hand over or erase what is kept of a buyer, by browser or by API token (PRV-02). */
  buyerKeeper: { credentials: ['session', 'api_token'], roles: ROBOT_ROLES },
  /** Who may give out keys; a key cannot make keys. */
  keyKeeper: { credentials: ['session'], roles: ROBOT_ROLES },
  /** Who may invite and change colleagues, and read who did what. */
  peopleKeeper: { credentials: ['session'], roles: ROBOT_ROLES },
  /** Who may change the store's own settings. */
  storeKeeper: { credentials: ['session'], roles: ROBOT_ROLES },
  /** The main account (ACT-01). */
  owner: { credentials: ['session'], roles: ['owner'] },
} as const satisfies Record<string, Access | null>

export type AccessName = keyof typeof ACCESS

/** Whether an API token can be let in at all. */
export function takesTokens(name: AccessName): boolean {
  const credentials: readonly string[] = ACCESS[name]?.credentials ?? []
  return credentials.includes('api_token')
}
