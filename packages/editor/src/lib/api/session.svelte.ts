import type { SignedIn } from '@shopbell/protocol'

let current = $state.raw<SignedIn | null>(null)

/** Who is signed in on this page; null before sign-in and as soon as the server says so. */
export function session(): SignedIn | null {
  return current
}

/** Whether they keep the store: its robot, settings and catalogue. */
export function keepsStore(): boolean {
  const role = current?.account.role
  return role === 'owner' || role === 'admin'
}

export function rememberSession(signedIn: SignedIn): void {
  current = signedIn
}

export function forgetSession(): void {
  current = null
}
