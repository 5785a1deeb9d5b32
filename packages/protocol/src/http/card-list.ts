import Type, { type Static } from 'typebox'
import { closed, FlowId } from '../field.ts'
import { localText } from './local-text.ts'
import { settingBody, settingDesk } from './setting-desk.ts'

/** A question of the list that buyers get who send an order or a product. */
export const CardQuestion = Type.Object(
  {
    id: FlowId,
    on: Type.Boolean(),
    question: localText(1_000),
    answer: localText(4_000),
  },
  closed,
)
export type CardQuestion = Static<typeof CardQuestion>

/** The list for cards (CRD-01, CRD-02): a line above it, which may be empty, and the questions in their order. */
export const CardList = Type.Object(
  { lead: localText(4_000), questions: Type.Array(CardQuestion, { maxItems: 100 }) },
  closed,
)
export type CardList = Static<typeof CardList>

export const DEFAULT_CARD_LIST: CardList = { lead: '', questions: [] }

/** `GET` and `POST /api/v1/settings/card-list`. */
export const CardListDesk = settingDesk(CardList)
export const CardListBody = settingBody(CardList)
