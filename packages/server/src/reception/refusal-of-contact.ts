import type { ReceptionEvent } from '@shopbell/engine'
import type { StoreRow } from '../store/stores.ts'
import { widgetSettingsOf } from '../store/widget-settings.ts'
import type { Refused } from './refused.ts'

/** Contact details are taken where the store offers it, and only from who agreed to its words (PRV-02); null: taken. */
export function refusalOfContact(
  store: StoreRow,
  { consent }: Extract<ReceptionEvent, { type: 'buyer.left_contact' }>,
): Refused | null {
  if (!widgetSettingsOf(store).contact.on) return { refused: 'NOT_OFFERED' }
  return consent === undefined ? { refused: 'ANSWER_UNFIT' } : null
}
