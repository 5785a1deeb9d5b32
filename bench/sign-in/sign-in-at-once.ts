import { setTimeout as pause } from 'node:timers/promises'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import type { Colleague } from './hire-staff.ts'

/** How one storm of sign-ins went. */
export interface Storm {
  /** From the first request until each was in, in milliseconds, waits between attempts included. */
  readonly tookMs: readonly number[]
  /** How often somebody was told to come back later. */
  readonly sentAway: number
}

const Refusal = Compile(Type.Object({ code: Type.String(), retryAfterMs: Type.Optional(Type.Number()) }))

/** All of them sign in at the same instant, each from an address of their own; who is told to come back later does, until in. */
export async function signInAtOnce(serverUrl: string, staff: readonly Colleague[]): Promise<Storm> {
  const startedAt = performance.now()
  let sentAway = 0
  const tookMs = await Promise.all(
    staff.map(async (colleague) => {
      for (;;) {
        const waitMs = await trySigningIn(serverUrl, colleague)
        if (waitMs === 0) return performance.now() - startedAt
        sentAway += 1
        await pause(waitMs)
      }
    }),
  )
  return { tookMs, sentAway }
}

/** 0: signed in; else how long to wait, as the server says. */
async function trySigningIn(serverUrl: string, { email, password, address }: Colleague): Promise<number> {
  const response = await fetch(`${serverUrl}/api/v1/session`, {
    method: 'POST',
    headers: { origin: serverUrl, 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password }),
  })
  const answer: unknown = await response.json()
  if (response.ok) return 0
  const { code, retryAfterMs } = Refusal.Parse(answer)
  if (retryAfterMs === undefined) throw new Error(`A sign-in was refused: ${code}`)
  return retryAfterMs
}
