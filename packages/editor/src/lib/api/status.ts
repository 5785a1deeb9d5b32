import {
  ClosingPhrases,
  type OwnStatusBody,
  type SettingBody,
  type SettingDesk,
  settingDesk,
  type StatusBody,
  StatusDesk,
} from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

const AT = '/settings/status-replies'
const PHRASES = '/settings/closing-phrases'
const PhraseDesk = settingDesk(ClosingPhrases)

/** What the robot says for people: the store's, and those of accounts. */
export const readStatus = (): Promise<Answer<StatusDesk>> => request('GET', AT, StatusDesk)

/** Saves the store's; `SETTINGS_MOVED` where somebody else saved meanwhile, `STATUS_UNFIT` with what is wrong. */
export const saveStoreStatus = (body: StatusBody): Promise<Answer<StatusDesk>> =>
  request('POST', AT, StatusDesk, { json: body })

/** Saves one's own; `settings` null follows the store again. */
export const saveMyStatus = (body: OwnStatusBody): Promise<Answer<StatusDesk>> =>
  request('POST', `${AT}/mine`, StatusDesk, { json: body })

/** Saves another account's, for who keeps the robot. */
export const saveAccountStatus = (id: string, body: OwnStatusBody): Promise<Answer<StatusDesk>> =>
  request('POST', `${AT}/accounts/${encodeURIComponent(id)}`, StatusDesk, { json: body })

/** What the store takes for thanks or a goodbye. */
export const readClosingPhrases = (): Promise<Answer<SettingDesk<ClosingPhrases>>> =>
  request('GET', PHRASES, PhraseDesk)

export const saveClosingPhrases = (
  body: SettingBody<ClosingPhrases>,
): Promise<Answer<SettingDesk<ClosingPhrases>>> => request('POST', PHRASES, PhraseDesk, { json: body })
