import {
  cardFacts,
  type Facts,
  type Program,
  type Reader,
  type ReceptionEvent,
  tapsCardList,
  tapsCategories,
} from '@shopbell/engine'
import type { ConversationRow } from '../store/conversations.ts'
import { chosenCategory, chosenEntry } from './chosen-entry.ts'
import type { Desk } from './desk.ts'

type Settled = Pick<Facts, 'cardReply' | 'cardList' | 'cardQuestion' | 'chosen'>

/** What the message settings say to this event; nothing is looked up for words, answers and taps on the flow's list. */
export async function settledFacts(
  desk: Desk,
  row: ConversationRow,
  event: ReceptionEvent,
  { reader, live }: { readonly reader: Reader; readonly live: Program },
): Promise<Settled> {
  const { storeId, buyer } = row
  const tap = { at: event.at, reader, live }
  if (event.type === 'buyer.chose')
    return event.item === 'person' ? {} : given(await chosenEntry(desk, row, event.item, tap))
  if (event.type === 'buyer.tapped' && tapsCategories(event.message, buyer))
    return given(await chosenCategory(desk, row, event.option, tap))
  const isAboutCards =
    event.type === 'buyer.sent' || (event.type === 'buyer.tapped' && tapsCardList(event.message, buyer))
  return isAboutCards ? cardFacts(await desk.stores.cards(storeId), event, buyer, reader) : {}
}

function given(chosen: Settled['chosen'] | null): Settled {
  return chosen ? { chosen } : {}
}
