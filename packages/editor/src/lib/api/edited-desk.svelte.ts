import type { Answer, ApiError } from './answer.ts'

/** What the server has for a page, and the settings of it as they are being changed there. */
export interface EditedDesk<Desk, Settings> {
  /** Null until it was read. */
  readonly desk: Desk | null
  /** The settings on the page, saved or not. */
  readonly settings: Settings | null
  readonly error: ApiError | null
  readonly saving: boolean
  readonly changed: boolean
  readonly write: (settings: Settings) => void
  /** Shows what the server answers to something, in the place of all changes; false: it refused. */
  readonly show: (asked: Promise<Answer<Desk>>) => Promise<boolean>
  /** Sends what is to be saved, unless something is on its way already or there is nothing to send. True: it was saved. */
  readonly saveBy: (send: (desk: Desk) => Promise<Answer<Desk>> | null) => Promise<boolean>
  readonly discard: () => void
}

/** What of a desk is edited, and when that counts as changed. */
export interface Editing<Desk, Settings> {
  readonly keptIn: (desk: Desk) => Settings | null
  readonly differs?: (one: Settings, other: Settings) => boolean
}

/** Opens a desk for editing; nothing is asked before the first `show`. */
export function openEditedDesk<Desk, Settings>({
  keptIn,
  differs = readsOtherwise,
}: Editing<Desk, Settings>): EditedDesk<Desk, Settings> {
  let desk = $state.raw<Desk | null>(null)
  let settings = $state.raw<Settings | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const kept = $derived(desk === null ? null : keptIn(desk))
  const changed = $derived(settings !== null && kept !== null && differs(settings, kept))

  async function show(asked: Promise<Answer<Desk>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    settings = kept
    return true
  }

  return {
    get desk() {
      return desk
    },
    get settings() {
      return settings
    },
    get error() {
      return error
    },
    get saving() {
      return saving
    },
    get changed() {
      return changed
    },
    write: (next) => {
      settings = next
    },
    show,
    saveBy: async (send) => {
      const asked = saving || desk === null ? null : send(desk)
      if (asked === null) return false
      saving = true
      const saved = await show(asked)
      saving = false
      return saved
    },
    discard: () => {
      settings = kept
      error = null
    },
  }
}

function readsOtherwise(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
