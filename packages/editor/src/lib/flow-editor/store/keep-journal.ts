import type { EditorState } from '../document/editor-state.ts'
import { writeJournal } from './journal.ts'

/** Keeps an editor's state on this device. */
export interface Journal {
  /** Within a tenth of a second, however many changes come. */
  readonly soon: () => void
  /** Resolves when the state of this moment is kept. */
  readonly now: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A killed tab loses at most the typing of this time. */
const SOON_MS = 100

export function keepJournal(owner: string, current: () => EditorState): Journal {
  let timer: ReturnType<typeof setTimeout> | undefined

  const now = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const { document: _follows, ...state } = current()
    await writeJournal({
      key: `${owner} ${state.lane}`,
      owner,
      lane: state.lane,
      writtenAt: Date.now(),
      state,
    })
  }
  const atOnce = (): void => void now()
  addEventListener('pagehide', atOnce)

  return {
    soon: () => (timer ??= setTimeout(atOnce, SOON_MS)),
    now,
    stop: async () => {
      removeEventListener('pagehide', atOnce)
      await now()
    },
  }
}
