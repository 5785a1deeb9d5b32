import type { Alterations } from '../../../packages/server/src/start-server.ts'

/** Several alterations as one: the first is closest to the real parts. */
export function joinAlterations(all: readonly Alterations[]): Alterations {
  return {
    database: (database) => all.reduce((part, { database: alter }) => alter?.(part) ?? part, database),
    bus: (bus) => all.reduce((part, { bus: alter }) => alter?.(part) ?? part, bus),
    reception: (reception, database) =>
      all.reduce((part, { reception: alter }) => alter?.(part, database) ?? part, reception),
  }
}
