import type { PROFILES } from '@shopbell/engine'
import type { RuleBookChoice } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

const NAMES = {
  alibaba: 'start.rules.alibaba',
  pinduoduo: 'start.rules.pinduoduo',
  marketplace: 'start.rules.marketplace',
} as const satisfies Record<keyof typeof PROFILES, string>

/** What sellers call a rule book; a built-in one of a newer server is called as it is kept. */
export function rulesName({ base, changes }: RuleBookChoice): string {
  if (changes !== null) return t('start.rules.own')
  return isNamed(base) ? t(NAMES[base]) : base
}

function isNamed(profile: string): profile is keyof typeof NAMES {
  return Object.hasOwn(NAMES, profile)
}
