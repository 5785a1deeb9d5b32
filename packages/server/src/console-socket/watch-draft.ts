import type { ConsoleDown, ConsoleEditors } from '@shopbell/protocol'
import type { Logger } from 'pino'
import type { Actor } from '../accounts/actor.ts'
import { enterDraft, leaveDraft } from '../publishing/draft-editors.ts'
import { followDraft } from '../publishing/follow-draft.ts'
import type { Publishing } from '../publishing/publishing.ts'
import type { Outgoing } from '../web/outgoing.ts'
import { coalesce } from './coalesce.ts'

/** The draft as one console follows it. */
export interface DraftWatch {
  /** Its person is in this block now. */
  readonly enter: (block: string | null) => void
  /** It still is there; and whatever a lost wake left out comes now. */
  readonly beat: () => void
  /** There may be a new batch, or another editor. */
  readonly look: () => void
  readonly stop: () => void
}

export interface DraftWatchParts extends Publishing {
  readonly log: Logger
  readonly actor: Actor
  readonly outgoing: Outgoing<ConsoleDown>
}

/**
 * Shows every batch once and in order, beginning with the newest: its reader has read the draft just before and drops what it knows.
 * Then who else is there, whenever that changed. It always reads from where it stands, so a wake that was lost is made good by the
 * next look.
 */
export function watchDraft({ log, actor, outgoing, ...parts }: DraftWatchParts): DraftWatch {
  const { storeId, name } = actor
  const own = crypto.randomUUID()
  let seen: number | null = null
  let inBlock: string | null = null
  let toldBlock: string | null | undefined
  let shownOthers = ''
  let stopped = false
  const isStopped = () => stopped

  async function readOn(): Promise<void> {
    for (let behind = true; behind && !isStopped();) {
      const { batches, revision, others } = await followDraft(parts, storeId, { after: seen, own })
      for (const batch of batches) {
        outgoing.say([{ type: 'draft', ...batch }])
        await outgoing.drained()
      }
      if (!isStopped()) showOthers(others)
      behind = revision !== null && revision !== seen
      seen = revision
    }
  }

  function showOthers(editors: ConsoleEditors['editors']): void {
    const now = JSON.stringify(editors)
    if (now === shownOthers) return
    shownOthers = now
    outgoing.say([{ type: 'editors', editors }])
  }

  /** Writes where we are now; calls that come meanwhile become one more, so the last word is written last. */
  async function place(): Promise<void> {
    if (isStopped()) return leaveDraft(parts, storeId, own)
    const block = inBlock
    await enterDraft(parts, storeId, { id: own, name, block, isNews: block !== toldBlock })
    toldBlock = block
  }

  const reading = coalesce(() =>
    readOn().catch((error: unknown) => {
      log.error({ err: error, storeId }, 'a watched draft could not be read')
    }),
  )
  const placing = coalesce(() =>
    place()
      .catch((error: unknown) => {
        log.warn({ err: error, storeId }, 'where an editor is could not be written')
      })
      .finally(look),
  )

  function look(): void {
    if (!stopped) reading.run()
  }

  return {
    enter: (block) => {
      inBlock = block
      placing.run()
    },
    beat: placing.run,
    look,
    stop: () => {
      stopped = true
      placing.run()
    },
  }
}
