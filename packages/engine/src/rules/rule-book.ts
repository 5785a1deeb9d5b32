import { ANSWER_EARLIER_ONLY } from './answer-earlier-only.ts'
import { ASK_ONCE_PER_PRODUCT } from './ask-once-per-product.ts'
import { BIND_ANSWER } from './bind-answer.ts'
import { CHOOSE_STATUS_REPLY } from './choose-status-reply.ts'
import { COUNT_AS_REPLY } from './count-as-reply.ts'
import { END_SESSION_AFTER_GAP } from './end-session-after-gap.ts'
import { FIND_EQUAL_QUESTION } from './find-equal-question.ts'
import { FIND_PRODUCT_REPLY } from './find-product-reply.ts'
import { GREET_AFTER_SILENCE } from './greet-after-silence.ts'
import { HEAR_CLOSING_PHRASE } from './hear-closing-phrase.ts'
import { HOLD_NEWEST_LIST } from './hold-newest-list.ts'
import { JUDGE_ANSWER } from './judge-answer.ts'
import { KEEP_QUESTION_OPEN } from './keep-question-open.ts'
import { KEEP_THE_HOURS } from './keep-the-hours.ts'
import { KEEP_WHAT_WAS_SENT } from './keep-what-was-sent.ts'
import { LEAVE_IT_TO_PERSON } from './leave-it-to-person.ts'
import { LEAVE_OUT_PART } from './leave-out-part.ts'
import { LEAVE_PERSON_TIME } from './leave-person-time.ts'
import { LIMIT_AUTOMATIC_MESSAGES } from './limit-automatic-messages.ts'
import { PROFILE_OF_DAY } from './profile-of-day.ts'
import { LIST_ONCE_PER_CARD } from './list-once-per-card.ts'
import { OFFER_MENU_ENTRY } from './offer-menu-entry.ts'
import { REACH_THE_BUYER } from './reach-the-buyer.ts'
import { RECEIVE_ONCE_A_DAY } from './receive-once-a-day.ts'
import { REFRESH_AFTER_TAP } from './refresh-after-tap.ts'
import type { Rule } from './rule.ts'
import { SAY_WHAT_STILL_HOLDS } from './say-what-still-holds.ts'
import { SKIP_KNOWN_ANSWER } from './skip-known-answer.ts'
import { SPACE_STATUS_REPLIES } from './space-status-replies.ts'
import { WAIT_FOR_MESSAGE } from './wait-for-message.ts'

/** All rules, by the names of their files, in the order a conversation meets them. */
export const RULE_BOOK: Readonly<Record<string, Rule>> = {
  'profile-of-day': PROFILE_OF_DAY,
  'end-session-after-gap': END_SESSION_AFTER_GAP,
  'leave-it-to-person': LEAVE_IT_TO_PERSON,
  'keep-the-hours': KEEP_THE_HOURS,
  'wait-for-message': WAIT_FOR_MESSAGE,
  'leave-person-time': LEAVE_PERSON_TIME,
  'greet-after-silence': GREET_AFTER_SILENCE,
  'receive-once-a-day': RECEIVE_ONCE_A_DAY,
  'refresh-after-tap': REFRESH_AFTER_TAP,
  'leave-out-part': LEAVE_OUT_PART,
  'hold-newest-list': HOLD_NEWEST_LIST,
  'bind-answer': BIND_ANSWER,
  'find-equal-question': FIND_EQUAL_QUESTION,
  'judge-answer': JUDGE_ANSWER,
  'keep-question-open': KEEP_QUESTION_OPEN,
  'skip-known-answer': SKIP_KNOWN_ANSWER,
  'find-product-reply': FIND_PRODUCT_REPLY,
  'list-once-per-card': LIST_ONCE_PER_CARD,
  'ask-once-per-product': ASK_ONCE_PER_PRODUCT,
  'hear-closing-phrase': HEAR_CLOSING_PHRASE,
  'choose-status-reply': CHOOSE_STATUS_REPLY,
  'space-status-replies': SPACE_STATUS_REPLIES,
  'say-what-still-holds': SAY_WHAT_STILL_HOLDS,
  'offer-menu-entry': OFFER_MENU_ENTRY,
  'limit-automatic-messages': LIMIT_AUTOMATIC_MESSAGES,
  'count-as-reply': COUNT_AS_REPLY,
  'answer-earlier-only': ANSWER_EARLIER_ONLY,
  'reach-the-buyer': REACH_THE_BUYER,
  'keep-what-was-sent': KEEP_WHAT_WAS_SENT,
}
