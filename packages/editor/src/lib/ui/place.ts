import type { IconName } from './icons.ts'

/** A room of the console as the navigation shows it. */
export interface Place {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly here: boolean
  /** A number beside the name, and what it means. */
  readonly count?: { readonly n: number; readonly words: string }
}
