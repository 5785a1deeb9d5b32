import type { ThreadMessage } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

/** Who of the store wrote it, for the line above their words. */
export function writerWords({ by, assisted }: ThreadMessage): string {
  if (by === undefined) return t('thread.person')
  return assisted === true ? t('thread.byAssisted', { name: by }) : by
}
