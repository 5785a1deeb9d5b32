import { changedBlocks } from '@shopbell/engine'
import type { ConversationsAt, FlowDiff } from '@shopbell/protocol'

/** Conversations that stand alike: with a person, waiting, with the robot beside the changes, or at a block that changes. */
export interface LivePlace {
  readonly who: 'human' | 'waiting' | 'robot' | 'robotAtChange'
  /** The block's name, where the robot stands at a change. */
  readonly title: string | null
  readonly count: number
}

/** Where the live conversations stand, seen from what changes; places without anybody are left out. */
export function livePlaces(conversations: readonly ConversationsAt[], diff: FlowDiff): readonly LivePlace[] {
  const changed = changedBlocks(diff)
  const places = new Map<string, LivePlace>()
  for (const { handling, block, title, count } of conversations) {
    const isAtChange = handling === 'robot' && block !== null && changed.has(block)
    const who = isAtChange ? 'robotAtChange' : handling
    const key = `${who} ${isAtChange ? block : ''}`
    const known = places.get(key)?.count ?? 0
    places.set(key, { who, title: isAtChange ? title : null, count: known + count })
  }
  const order = ['human', 'waiting', 'robot', 'robotAtChange']
  return [...places.values()].sort((a, b) => order.indexOf(a.who) - order.indexOf(b.who))
}
