import type { SettingBody, SettingDesk } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { type EditedDesk, openEditedDesk } from './edited-desk.svelte.ts'
import { extended } from './extended.ts'

/** A page of the store's settings: what the server has, and the settings as they are being changed. */
export interface SettingPage<Settings> extends Omit<
  EditedDesk<SettingDesk<Settings>, Settings>,
  'desk' | 'show' | 'write' | 'saveBy'
> {
  readonly mayChange: boolean
  readonly read: () => Promise<boolean>
  readonly change: (part: Partial<Settings>) => void
  /** True: they were saved; `SETTINGS_MOVED` in `error` where somebody else was faster. */
  readonly save: () => Promise<boolean>
}

/** How the settings of one area are read and saved. */
export interface SettingWay<Settings> {
  readonly read: () => Promise<Answer<SettingDesk<Settings>>>
  readonly save: (body: SettingBody<Settings>) => Promise<Answer<SettingDesk<Settings>>>
}

/** Opens a page of settings; nothing is asked before its `read`. */
export function openSettingPage<Settings>(way: SettingWay<Settings>): SettingPage<Settings> {
  const edited = openEditedDesk<SettingDesk<Settings>, Settings>({ keptIn: ({ settings }) => settings })
  return extended(edited, {
    get mayChange() {
      return edited.desk?.mayChange ?? false
    },
    read: () => edited.show(way.read()),
    change: (part: Partial<Settings>) => {
      if (edited.settings !== null) edited.write({ ...edited.settings, ...part })
    },
    save: () =>
      edited.saveBy(({ revision }) =>
        edited.settings === null ? null : way.save({ settings: edited.settings, revision }),
      ),
  })
}
