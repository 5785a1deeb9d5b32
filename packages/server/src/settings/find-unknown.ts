import { isTimeZone } from '@shopbell/engine'
import type { Refused } from '../reception/refused.ts'

/** Why these cannot be a store's time zone and language, as far as they are given; null: they can. */
export function findUnknown({
  timeZone,
  defaultLocale,
}: {
  readonly timeZone?: string
  readonly defaultLocale?: string
}): Refused | null {
  if (timeZone !== undefined && !isTimeZone(timeZone)) return { refused: 'ZONE_UNKNOWN' }
  if (defaultLocale !== undefined && !isLanguage(defaultLocale)) return { refused: 'LANGUAGE_UNKNOWN' }
  return null
}

function isLanguage(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== 'und'
  } catch {
    return false
  }
}
