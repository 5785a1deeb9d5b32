/** Plain JSON; what a machine config's params may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Params = Readonly<Record<string, Json>>

/** An action or a guard by its documented name, with static params; no functions anywhere. */
export interface Named {
  readonly type: string
  readonly params?: Params
}

export interface JsonTransition {
  readonly target?: string
  readonly guard?: Named
  readonly actions?: readonly Named[]
}

/** One state of an XState v5 machine config as plain JSON. */
export interface JsonState {
  readonly initial?: string
  readonly type?: 'parallel' | 'final'
  readonly states?: Readonly<Record<string, JsonState>>
  readonly always?: readonly JsonTransition[]
  readonly on?: Readonly<Record<string, readonly JsonTransition[]>>
  readonly after?: Readonly<Record<string, readonly JsonTransition[]>>
  readonly exit?: readonly Named[]
}
