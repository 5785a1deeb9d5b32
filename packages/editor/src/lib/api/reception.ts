import { type OwnReceptionBody, type ReceptionBody, ReceptionDesk } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

const AT = '/settings/reception'

/** When the robot and the people receive buyers: the store's settings, and those of accounts. */
export const readReception = (): Promise<Answer<ReceptionDesk>> => request('GET', AT, ReceptionDesk)

/** Saves the store's; `SETTINGS_MOVED` where somebody else saved meanwhile, `HOURS_UNFIT` with what is wrong. */
export const saveStoreReception = (body: ReceptionBody): Promise<Answer<ReceptionDesk>> =>
  request('POST', AT, ReceptionDesk, { json: body })

/** Saves one's own; `settings` null follows the store again. */
export const saveMyReception = (body: OwnReceptionBody): Promise<Answer<ReceptionDesk>> =>
  request('POST', `${AT}/mine`, ReceptionDesk, { json: body })

/** Saves another account's, for who keeps the robot. */
export const saveAccountReception = (id: string, body: OwnReceptionBody): Promise<Answer<ReceptionDesk>> =>
  request('POST', `${AT}/accounts/${encodeURIComponent(id)}`, ReceptionDesk, { json: body })

/** Gives the store's settings to accounts as their own: all or none. */
export const copyReception = (to: string[]): Promise<Answer<ReceptionDesk>> =>
  request('POST', `${AT}/copies`, ReceptionDesk, { json: { to } })
