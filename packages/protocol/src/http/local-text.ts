import Type, { type Static } from 'typebox'
import { closed } from '../field.ts'

/** Languages one text may be written in. */
const MAX_TEXT_LOCALES = 50
/** The language tags a flow's texts may have, too. */
const LOCALE = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$' })

/**
 * A text that buyers read: by language (`{ "en": "Hello", "zh-CN": "你好" }`), or a plain string, which is in the store's own
 * language. Who reads a language it is not written in gets the store's own.
 */
export function localText(maxLength: number) {
  const words = Type.String({ maxLength })
  return Type.Union([words, Type.Record(LOCALE, words, { ...closed, maxProperties: MAX_TEXT_LOCALES })])
}
export type LocalText = Static<ReturnType<typeof localText>>
