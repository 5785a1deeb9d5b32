import type { RefusalCode } from '@shopbell/engine'
import { t } from './locale.svelte.ts'

/** A reason of the robot's silence, from the engine here or from the server's journal. */
export interface Reason {
  readonly code: string
  readonly because?: Readonly<Record<string, string | number | boolean | null>>
}

const SENTENCES: Readonly<Partial<Record<RefusalCode, (because: Reason['because']) => string>>> = {
  CONTACT_TOO_RECENT: (because) => t('silence.recent', { n: Number(because?.['days'] ?? 0) }),
  LIST_ALREADY_TODAY: () => t('silence.today'),
  LIST_NEEDS_TAP: () => t('silence.needsTap'),
  WAITS_FOR_MESSAGE: () => t('silence.waits'),
  NO_RECEPTION: () => t('silence.noReception'),
  HUMAN_IN_CHARGE: () => t('silence.person'),
  NOT_FOUND_IN_LIST: () => t('silence.noAnswer'),
  CLOSING_PHRASE: () => t('silence.closing'),
  TOO_MANY_AUTOMATIC: (because) => t('silence.tooMany', { n: Number(because?.['count'] ?? 0) }),
}

/** Why the robot said nothing, for sellers; null for a reason this console does not know. */
export function silenceWords({ code, because }: Reason): string | null {
  return Object.entries(SENTENCES).find(([known]) => known === code)?.[1](because) ?? null
}
