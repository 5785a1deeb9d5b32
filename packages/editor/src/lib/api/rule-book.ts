import { type RuleBookBody, RuleBookDesk } from '@shopbell/protocol'
import type { Answer } from './answer.ts'
import { request } from './request.ts'

const AT = '/settings/profile'

/** The rule book of today, and the one that was chosen for later. */
export const readRuleBook = (): Promise<Answer<RuleBookDesk>> => request('GET', AT, RuleBookDesk)

/** Chooses one from the next midnight on; `SETTINGS_MOVED` where somebody else chose meanwhile, `RULE_BOOK_UNFIT` with what is wrong. */
export const chooseRuleBook = (body: RuleBookBody): Promise<Answer<RuleBookDesk>> =>
  request('POST', AT, RuleBookDesk, { json: body })
