/** Whom an extension is asked about. */
export interface LookedUp {
  readonly store: { readonly name: string }
  readonly buyer: {
    /** What the shell knows the buyer by: the public id of the conversation, or a platform's own. */
    readonly id: string
    readonly name?: string
  }
  readonly locales: readonly string[]
  /** UTC milliseconds. */
  readonly at: number
}

/** What of an `AbortSignal` can be named where there may be none; shells give a whole one. */
export interface Signal {
  readonly aborted: boolean
  addEventListener(type: 'abort', heard: () => void): void
}

/** Something that can be asked. The answer is without the vendor's name; what is not known is left out. Given up when `signal` fires. */
export interface Asked {
  lookUp(
    asked: LookedUp,
    signal: Signal,
  ): Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>
}

/** How an extension finds out a fact that the engine does not have; the host calls it, never the engine. */
export type LookUp = Asked['lookUp']
