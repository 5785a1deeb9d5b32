import {
  findConversation,
  playable,
  playConversation,
  type FlowDocument,
  type PlayedConversation,
  type PlaySetting,
} from '@shopbell/engine'
import type { ShownAct } from './preview.svelte.ts'
import { endlessCircle } from './endless-circle.ts'
import { showGaps } from './show-gaps.ts'

/** What is asked of the worker: the conversation that comes to a block, or out of a port of it that leads nowhere. */
export interface FindRequest {
  readonly document: FlowDocument
  readonly setting: PlaySetting
  readonly goal: Parameters<typeof findConversation>[2]
}

/** The fewest acts that come there, each with what the buyer's bubble says; null where none do. */
export function findWay({ document, setting, goal }: FindRequest): readonly ShownAct[] | null {
  if (endlessCircle(document, setting.profile)) return null
  const acts = findConversation(document, setting, goal)
  if (!acts) return null
  const played = playConversation(playable(showGaps(document)), setting, acts)
  return acts.map((act, index) => ({ act, shown: saidIn(played, index + 1) }))
}

/** The buyer's words of a step; none where they waited. */
function saidIn({ messages, steps }: PlayedConversation, step: number): string {
  const before = steps[step - 1]?.head ?? 0
  const said = messages.slice(before, steps[step]?.head).find(({ author }) => author === 'buyer')
  return said && 'text' in said.content ? (said.content.text ?? '') : ''
}
