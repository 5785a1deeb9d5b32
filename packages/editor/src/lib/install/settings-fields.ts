import type { WidgetSettings } from '@shopbell/protocol'

/** What a group of fields shows and changes. */
export interface SettingsFields {
  readonly settings: WidgetSettings
  readonly change: (part: Partial<WidgetSettings>) => void
}
