import type { ConversationKey } from '../../store/conversations.ts'
import type { Database } from '../../store/database.ts'
import { runAsJournal } from '../../store/run-as.ts'
import {
  putSearchEntries,
  searchPlaces,
  setSearchPlace,
  staleAfter,
  staleSearchSources,
  type SweepPlace,
} from '../../store/search-index.ts'
import { searchableWords } from './searchable-words.ts'

interface Needed {
  readonly database: Database
}

/** Stale conversations looked up at a time. */
const BATCH = 100
/** Conversations whose words are in memory at a time: a long one is a megabyte. */
const READ_TOGETHER = 10
const HOUR_MS = 3_600_000
/** Hours that are looked at again: steps that were under way, and nodes whose clocks differ. */
const OVERLAP_HOURS = 1

/** Brings the entries of these conversations up to date; those that are so already cost one look by key. */
export async function indexConversations(
  { database }: Needed,
  keys: readonly ConversationKey[],
): Promise<void> {
  for (let begin = 0; begin < keys.length; begin += READ_TOGETHER) {
    const wanted = keys.slice(begin, begin + READ_TOGETHER).map(({ storeId, id }) => ({ storeId, id }))
    const sources = await runAsJournal(database, (tx) => staleSearchSources(tx, wanted))
    const entries = sources.map(searchableWords)
    await runAsJournal(database, (tx) => putSearchEntries(tx, entries))
  }
}

/**
 * Finds what no wake told of, from the remembered place of each store on, and moves that place: the search is complete after it,
 * whatever was lost, and begins anew where nothing is remembered. `isOver` ends it between two batches.
 */
export async function sweepConversations(needed: Needed, now: number, isOver: () => boolean): Promise<void> {
  const nowHour = Math.floor(now / HOUR_MS)
  for (const { storeId, hour } of await runAsJournal(needed.database, searchPlaces)) {
    let place: SweepPlace = { hour: hour ?? 0, id: 0 }
    for (let more = true; more;) {
      if (isOver()) return
      const stale = await runAsJournal(needed.database, (tx) => staleAfter(tx, storeId, place, BATCH))
      await indexConversations(needed, stale)
      place = stale.at(-1) ?? place
      more = stale.length === BATCH
    }
    const complete = nowHour - OVERLAP_HOURS
    if (hour !== complete) await runAsJournal(needed.database, (tx) => setSearchPlace(tx, storeId, complete))
  }
}
