import type { ReceptionEvent } from '../conversation/event.ts'
import type { Facts } from '../conversation/facts.ts'
import type { Refusal } from '../conversation/refusal.ts'
import type { ExtensionSet } from './extension-set.ts'
import { ownFacts } from '../flow/own-facts.ts'
import { vendorOf } from '../flow/vendor-name.ts'

/**
 * What the rules of extensions say against a reception with this event, by the first that speaks; null: nothing. The shell asks before
 * the step and hands the answer over as the fact `silence`, so a replay does not need the rules. A rule that throws says nothing, and
 * `onFault` hears of it.
 */
export function judgeReception(
  { rules }: ExtensionSet,
  event: ReceptionEvent,
  { store, locales, buyer, known = {} }: Pick<Facts, 'store' | 'locales' | 'buyer' | 'known'>,
  onFault: (error: unknown, rule: string) => void = () => undefined,
): Refusal | null {
  if (event.type !== 'buyer.entered' && event.type !== 'buyer.said' && event.type !== 'buyer.sent')
    return null
  for (const rule of rules) {
    try {
      const because = rule.silence({
        at: event.at,
        event: event.type,
        locales,
        openNow: store.openNow,
        lastContactAt: buyer.lastContactAt,
        receivedAt: buyer.receivedAt,
        known: ownFacts(known, vendorOf(rule.name)),
      })
      if (because !== null) return { code: 'EXTENSION_RULE', because: { ...because, rule: rule.name } }
    } catch (error) {
      onFault(error, rule.name)
    }
  }
  return null
}
