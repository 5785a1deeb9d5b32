import {
  playable,
  playConversation,
  type BuyerAct,
  type FlowDocument,
  type PlayableFlow,
  type PlayedConversation,
  type PlaySetting,
  type Problem,
} from '@shopbell/engine'
import { endlessCircle } from './endless-circle.ts'
import { showGaps } from './show-gaps.ts'

/** What is asked of the worker: a conversation to play. */
export interface TryRequest {
  readonly id: number
  /** null: the one of the request before. */
  readonly document: FlowDocument | null
  readonly setting: PlaySetting
  readonly acts: readonly BuyerAct[]
}

/** The conversation; or the problem that lets no conversation be played. */
export type Tried =
  | { readonly state: 'played'; readonly played: PlayedConversation }
  | { readonly state: 'blocked'; readonly problem: Problem }

export interface TryResult {
  readonly id: number
  readonly tried: Tried
}

/** A flow made ready once and played many times, until another document comes. */
export function startTrying(): (request: TryRequest) => TryResult | null {
  let flow: PlayableFlow | null = null
  let blocking: Problem | null = null
  return ({ id, document, setting, acts }) => {
    if (document) {
      blocking = endlessCircle(document, setting.profile)
      flow = blocking ? null : playable(showGaps(document))
    }
    if (blocking) return { id, tried: { state: 'blocked', problem: blocking } }
    return flow && { id, tried: { state: 'played', played: playConversation(flow, setting, acts) } }
  }
}
