import type { Role } from '@shopbell/protocol'

const RANKS = { owner: 3, admin: 2, service_admin: 1, agent: 0 } as const satisfies Record<Role, number>

/**
 * Whether `role` may invite, change or disable `other`: only those below it (ACT-02). So nobody raises themselves, an admin makes no
 * admins, and nobody touches the owner.
 */
export function outranks(role: Role, other: Role): boolean {
  return RANKS[role] > RANKS[other]
}
