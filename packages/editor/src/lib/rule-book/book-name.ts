import type { PROFILES } from '@shopbell/engine'
import type { RuleBookChoice } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

const NAMES = {
  marketplace: 'book.name.marketplace',
  alibaba: 'book.name.alibaba',
  pinduoduo: 'book.name.pinduoduo',
} as const satisfies Record<keyof typeof PROFILES, string>

/** The built-in rule books, in the order in which the page shows them. */
export const BUILT_IN = Object.keys(NAMES)

/** What sellers call a rule book; a built-in one of a newer server is called as it is kept. */
export function bookName({ base, changes }: RuleBookChoice): string {
  if (changes !== null) return t('book.name.own')
  return isNamed(base) ? t(NAMES[base]) : base
}

function isNamed(base: string): base is keyof typeof NAMES {
  return Object.hasOwn(NAMES, base)
}
