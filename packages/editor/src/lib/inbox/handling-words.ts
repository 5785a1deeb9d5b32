import type { ConversationSummary } from '@shopbell/protocol'
import { locale, t } from '#lib/i18n/locale.svelte.ts'
import { duration } from '#lib/i18n/when.ts'
import type { IconName } from '#lib/ui/icons.ts'

/** Who speaks for the shop in a conversation, as a chip says it. */
export interface HandlingWords {
  readonly text: string
  readonly tone: 'plain' | 'live' | 'draft' | 'danger'
  readonly icon: IconName
}

/** Waiting longer than this is shown as late. Reply-rate deadlines replace it when rule books are counted. */
const LATE_AFTER_MS = 3_600_000

export function handlingWords(
  { handling, assignee, waitingSince }: ConversationSummary,
  myId: string | undefined,
  now: number,
): HandlingWords {
  switch (handling) {
    case 'robot':
      return { text: t('state.robot'), tone: 'plain', icon: 'bell' }
    case 'waiting': {
      if (waitingSince === undefined) return { text: t('state.waiting'), tone: 'draft', icon: 'clock' }
      const waitedMs = now - waitingSince
      const text = t('state.waitingFor', { time: duration(locale(), waitedMs) })
      return { text, tone: waitedMs > LATE_AFTER_MS ? 'danger' : 'draft', icon: 'clock' }
    }
    case 'human':
      if (!assignee) return { text: t('state.humanNobody'), tone: 'live', icon: 'person' }
      return {
        text: assignee.id === myId ? t('state.mine') : t('state.human', { name: assignee.name }),
        tone: 'live',
        icon: 'person',
      }
    case 'closed':
      return { text: t('state.closed'), tone: 'plain', icon: 'check' }
  }
}
