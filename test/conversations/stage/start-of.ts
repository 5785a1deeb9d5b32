import type { Shop } from '../read-shop.ts'
import type { Script } from '../script/script.ts'
import type { StageSettings } from './engine-stage.ts'
import { instantOf } from './local-moment.ts'

/** A Monday morning: the moment of a script that names none. */
const USUAL_CLOCK = { day: '2026-03-02', time: '09:30' }

/** Where a script begins: its header, else the shop's own rule book and language. */
export function startOf(shop: Shop, script: Script): StageSettings {
  return {
    ruleBook: script.ruleBook ?? shop.ruleBook,
    buyerReads: script.buyerReads ?? shop.document.defaultLocale,
    startsAt: instantOf(script.clock ?? USUAL_CLOCK, shop.timeZone),
  }
}
