import { UNKNOWN_BUYER, type BuyerRecord } from '@shopbell/engine'

/** Who is tried: a buyer the shop does not know, or one it was in touch with so many days ago. */
export const PERSONAS = ['new', 'days2', 'days60'] as const
export type Persona = (typeof PERSONAS)[number]

const DAY_MS = 86_400_000

/** Days since the last contact; null: there was none. */
export const DAYS_SINCE: Readonly<Record<Persona, number | null>> = { new: null, days2: 2, days60: 60 }

/** What the shop remembers of the buyer when the conversation begins. */
export function buyerRecord(persona: Persona, startsAt: number): BuyerRecord {
  const days = DAYS_SINCE[persona]
  if (days === null) return UNKNOWN_BUYER
  const lastContactAt = startsAt - days * DAY_MS
  return { ...UNKNOWN_BUYER, lastContactAt, receivedAt: lastContactAt }
}
