import { WidgetDesk, type WidgetSettingsBody } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

/** The chat on shop pages: its settings, where it may be, where it was seen. */
export const readWidgetDesk = (): Promise<Answer<WidgetDesk>> => request('GET', '/widget', WidgetDesk)

/** Saves all settings; `SETTINGS_MOVED` where somebody else saved meanwhile. */
export const saveWidgetSettings = (body: WidgetSettingsBody): Promise<Answer<WidgetDesk>> =>
  request('POST', '/widget', WidgetDesk, { json: body })

/** Lets one more site show the chat, as the seller writes it; `ORIGIN_UNFIT`, `ORIGINS_FULL`. */
export const allowOrigin = (origin: string): Promise<Answer<WidgetDesk>> =>
  request('POST', '/widget/origins', WidgetDesk, { json: { origin } })

export const removeOrigin = (origin: string): Promise<Answer<WidgetDesk>> =>
  request('DELETE', `/widget/origins?origin=${encodeURIComponent(origin)}`, WidgetDesk)
