import type { Condition } from '@shopbell/engine'
import { t } from '#lib/i18n/locale.svelte.ts'

/** A condition as a seller reads it: "quantity at least 1000". */
export function conditionWords({ source, name, op, value }: Condition): string {
  const what = source === 'variable' ? (name ?? '') : t(`when.${source}`)
  const than = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return `${what} ${t(`when.${op}`)} ${than}`.trim()
}
