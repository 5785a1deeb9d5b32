import type { Refusal, RefusalCode } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'

const SENTENCES: Readonly<Partial<Record<RefusalCode, (because: Refusal['because']) => string>>> = {
  CONTACT_TOO_RECENT: (because) => t('silence.recent', { n: Number(because?.['days'] ?? 0) }),
  LIST_ALREADY_TODAY: () => t('silence.today'),
  WAITS_FOR_MESSAGE: () => t('silence.waits'),
  NO_RECEPTION: () => t('silence.noReception'),
  HUMAN_IN_CHARGE: () => t('silence.person'),
  NOT_FOUND_IN_LIST: () => t('silence.noAnswer'),
}

/** Why the robot said nothing, for sellers. */
export function silenceWords({ code, because }: Refusal): string | null {
  return SENTENCES[code]?.(because) ?? null
}
