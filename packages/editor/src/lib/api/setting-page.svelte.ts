import type { SettingBody, SettingDesk } from '@shopbell/protocol'
import type { Answer, ApiError } from './answer.ts'

/** A page of the store's settings: what the server has, and the settings as they are being changed. */
export interface SettingPage<Settings> {
  /** Null until they were read. */
  readonly settings: Settings | null
  readonly mayChange: boolean
  readonly error: ApiError | null
  readonly saving: boolean
  readonly changed: boolean
  readonly read: () => Promise<boolean>
  readonly change: (part: Partial<Settings>) => void
  /** True: they were saved; `SETTINGS_MOVED` in `error` where somebody else was faster. */
  readonly save: () => Promise<boolean>
  readonly discard: () => void
}

/** How the settings of one area are read and saved. */
export interface SettingWay<Settings> {
  readonly read: () => Promise<Answer<SettingDesk<Settings>>>
  readonly save: (body: SettingBody<Settings>) => Promise<Answer<SettingDesk<Settings>>>
}

/** Opens a page of settings; nothing is asked before its `read`. */
export function openSettingPage<Settings>(way: SettingWay<Settings>): SettingPage<Settings> {
  let desk = $state.raw<SettingDesk<Settings> | null>(null)
  let settings = $state.raw<Settings | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const changed = $derived(desk !== null && JSON.stringify(settings) !== JSON.stringify(desk.settings))

  async function doing(asked: Promise<Answer<SettingDesk<Settings>>>): Promise<boolean> {
    const answer = await asked
    error = answer.ok ? null : answer.error
    if (!answer.ok) return false
    desk = answer.value
    settings = desk.settings
    return true
  }

  return {
    get settings() {
      return settings
    },
    get mayChange() {
      return desk?.mayChange ?? false
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
    read: () => doing(way.read()),
    change: (part) => {
      if (settings !== null) settings = { ...settings, ...part }
    },
    save: async () => {
      if (saving || desk === null || settings === null) return false
      saving = true
      const saved = await doing(way.save({ settings, revision: desk.revision }))
      saving = false
      return saved
    },
    discard: () => {
      settings = desk?.settings ?? null
      error = null
    },
  }
}
