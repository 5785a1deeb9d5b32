import type { EditorState } from '../document/editor-state.ts'
import { whenIdle } from '../when-idle.ts'
import { writeJournal } from './journal.ts'

/** Keeps an editor's state on this device. */
export interface Journal {
  /** Within a fifth of a second, however many changes come. */
  readonly soon: () => void
  /** Resolves when the state of this moment is kept. */
  readonly now: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A killed tab loses at most the typing of both times: changes are gathered, then kept as soon as the page has nothing to draw. */
const GATHER_MS = 100
const IDLE_WITHIN_MS = 60

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
    soon: () => (timer ??= setTimeout(() => whenIdle(atOnce, IDLE_WITHIN_MS), GATHER_MS)),
    now,
    stop: async () => {
      removeEventListener('pagehide', atOnce)
      await now()
    },
  }
}
