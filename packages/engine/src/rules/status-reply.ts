/** The replies that a person’s own state gives, and the one for when nobody is there (STS-01, STS-02, STS-03, STS-10). */
export const STATUS_KINDS = ['status_closing', 'status_busy', 'away', 'status_first'] as const
export type StatusKind = (typeof STATUS_KINDS)[number]

/** One of them that is switched on. */
export interface StatusReply {
  readonly text: string
  /** How long it waits whether a person is faster (STS-11); absent: not at all. */
  readonly delayMs?: number
}

/** What a buyer got of them lately, across sessions. */
export interface StatusMemory {
  /** When each agent’s `status_first` was given last; those of other store-days are left out (STS-05). */
  readonly first?: Readonly<Record<string, number>>
  readonly busyAt?: number
  readonly awayAt?: number
}
