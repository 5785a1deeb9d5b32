import type { LocalText } from '@shopbell/protocol'

const PART = /^([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}): (.+)$/

/** A text as a seller sets it: `Later`, or by language `en: Later | zh-CN: 稍后`. */
export function readLocalText(written: string): LocalText {
  const parts = written.split(' | ').map((part) => PART.exec(part))
  const texts = parts.flatMap((part) => (part?.[1] && part[2] ? [[part[1], part[2]] as const] : []))
  return texts.length === parts.length ? Object.fromEntries(texts) : written
}
