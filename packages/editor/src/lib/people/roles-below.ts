import type { GivenRole, Role } from '@shopbell/protocol'

const GIVEN = ['admin', 'service_admin', 'agent'] as const satisfies readonly GivenRole[]

/** The roles that somebody of this role gives, highest first; the server decides anew. */
export function rolesBelow(role: Role): readonly GivenRole[] {
  if (role === 'owner') return GIVEN
  return GIVEN.slice(GIVEN.findIndex((given) => given === role) + 1)
}
