/** What this needs of an address; SvelteKit's own is read-only. */
interface Address {
  readonly href: string
  readonly origin: string
  readonly searchParams: { readonly get: (name: string) => string | null }
}

/**
 * Where to go after signing in: `?next=` of the sign-in page where it is a path of this console, else the inbox.
 * Another site's address never gets through, whatever its spelling.
 */
export function returnPath({ href, origin, searchParams }: Address, inbox: string): string {
  const asked = searchParams.get('next')
  const base = inbox.slice(0, inbox.lastIndexOf('/') + 1)
  if (asked === null) return inbox
  try {
    const target = new URL(asked, href)
    const inside = target.origin === origin && target.pathname.startsWith(base)
    return inside ? target.pathname + target.search : inbox
  } catch {
    return inbox // no address at all
  }
}
