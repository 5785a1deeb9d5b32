import type { ConsoleConnection } from './connect-console.ts'

/** The session a console's socket hangs on; null before its ticket was good. */
export function sessionOf({ actor }: ConsoleConnection): number | null {
  const by = actor()?.by
  return by?.kind === 'session' ? by.sessionId : null
}

/** Tells a console that its session is over, and closes its socket (4401). */
export function endSession({ outgoing }: ConsoleConnection): void {
  outgoing.refuse('NOT_SIGNED_IN', { final: true })
}
