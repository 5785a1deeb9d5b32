import type { PROFILES } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'

const NAMES = {
  alibaba: 'start.rules.alibaba',
  pinduoduo: 'start.rules.pinduoduo',
  marketplace: 'start.rules.marketplace',
} as const satisfies Record<keyof typeof PROFILES, string>

/** What sellers call a built-in rule book; another one is called as it is kept. */
export function rulesName(profile: string): string {
  return isNamed(profile) ? t(NAMES[profile]) : profile
}

function isNamed(profile: string): profile is keyof typeof NAMES {
  return Object.hasOwn(NAMES, profile)
}
