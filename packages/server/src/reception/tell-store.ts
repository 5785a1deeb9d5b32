import type { Down } from '@shopbell/protocol'
import type { HotConversations } from './hot-conversations.ts'

/** Says a frame on every socket that this process has of a store's buyers. */
export function tellStore(conversations: HotConversations, storeId: number, frame: Down): void {
  for (const { key, visitors } of conversations.all()) {
    if (key.storeId === storeId) for (const visitor of visitors) visitor.say([frame])
  }
}
