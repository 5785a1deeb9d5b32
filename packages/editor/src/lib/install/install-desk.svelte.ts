import type { WidgetDesk, WidgetSettings } from '@shopbell/protocol'
import type { Answer, ApiError } from '#lib/api/answer.ts'
import { allowOrigin, readWidgetDesk, removeOrigin, saveWidgetSettings } from '#lib/api/widget.ts'

export type InstallDesk = ReturnType<typeof openInstallDesk>

/**
 * The page's state: what the server has, and the settings as they are being changed. Sites are allowed and removed at once;
 * settings wait for `save`. Nobody saves over what somebody else saved meanwhile: that is an error with a way out.
 */
export function openInstallDesk() {
  let desk = $state.raw<WidgetDesk | null>(null)
  let settings = $state.raw<WidgetSettings | null>(null)
  let error = $state.raw<ApiError | null>(null)
  let saving = $state(false)
  const changed = $derived(desk !== null && JSON.stringify(settings) !== JSON.stringify(desk.settings))

  function take(next: WidgetDesk, also: { readonly settings: boolean }): void {
    // While settings are being changed they, and the revision they began from, stay as they are.
    const keeps = desk !== null && changed && !also.settings
    desk = keeps && desk ? { ...next, settings: desk.settings, revision: desk.revision } : next
    if (!keeps) settings = next.settings
  }

  async function doing(
    asked: Promise<Answer<WidgetDesk>>,
    also = { settings: false },
  ): Promise<ApiError | null> {
    const answer = await asked
    if (answer.ok) take(answer.value, also)
    return answer.ok ? null : answer.error
  }

  return {
    get desk() {
      return desk
    },
    /** The settings on the page, saved or not. */
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
    change: (part: Partial<WidgetSettings>): void => {
      if (settings) settings = { ...settings, ...part }
    },
    /** Reads where the chat was seen, and what others changed; says nothing where the server does not answer for a moment. */
    refresh: async (): Promise<void> => {
      const failed = await doing(readWidgetDesk())
      if (desk === null) error = failed
    },
    save: async (): Promise<boolean> => {
      if (settings === null || desk === null || saving) return false
      saving = true
      error = await doing(saveWidgetSettings({ settings, revision: desk.revision }), { settings: true })
      saving = false
      return error === null
    },
    discard: (): void => {
      if (desk) settings = desk.settings
      error = null
    },
    /** Takes what the server has now in the place of all changes. */
    readAgain: async (): Promise<void> => {
      error = await doing(readWidgetDesk(), { settings: true })
    },
    allow: (origin: string): Promise<ApiError | null> => doing(allowOrigin(origin)),
    remove: (origin: string): Promise<ApiError | null> => doing(removeOrigin(origin)),
  }
}
