import type { TextChange } from '@shopbell/protocol'
import { eitherKey } from './either-key.ts'
import type { Compared } from './flow-diff.ts'

/** The texts that say something else, language by language, in the order of the blocks. */
export function textChanges({ before, after, order, words }: Compared): TextChange[] {
  const places = new Map(order.map((id, place) => [id, place]))
  const placeOf = (key: string) => places.get(stemOf(key)) ?? order.length

  return eitherKey(before.texts, after.texts).flatMap((locale) => {
    const [old, made] = [before.texts[locale] ?? {}, after.texts[locale] ?? {}]
    return eitherKey(old, made)
      .filter((key) => old[key] !== made[key])
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((key): TextChange => {
        const { block, item, part } = readKey(key)
        return {
          locale,
          block,
          kind: words.kind(block),
          title: words.title(block),
          part,
          item: item === null ? null : words.item(block, item, locale),
          before: old[key] ?? null,
          after: made[key] ?? null,
        }
      })
  })
}

function stemOf(key: string): string {
  return key.split('.')[0] ?? key
}

/** `faq`, `ask-size.reminder`, `faq.moq.answer`. */
function readKey(key: string): {
  readonly block: string
  readonly item: string | null
  readonly part: string
} {
  const [block = key, second, third] = key.split('.')
  return third === undefined
    ? { block, item: null, part: second ?? 'text' }
    : { block, item: second ?? null, part: third }
}
