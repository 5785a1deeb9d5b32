import type { Actor } from './actor.ts'

/** Says whether they keep the robot, and so the settings of the store and of every account (PRM-01, PRM-04). */
export function keepsRobot({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'owner' || role === 'admin'
}
