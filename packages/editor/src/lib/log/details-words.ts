import type { AuditEntry } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

/** The facts beside an entry, as few words as they need: `Admin → Agent`, `v3`. */
export function detailsWords({ details }: AuditEntry): string {
  if (details === undefined) return ''
  const { version, from, to, setting, role } = details
  if (typeof version === 'number') return t('log.version', { n: version })
  const known = roleWords(role) ?? [setting, change(from, to)].filter(Boolean).join(': ')
  return typeof known === 'string' ? known : ''
}

type Fact = string | number | boolean | null | undefined

function change(from: Fact, to: Fact): string {
  const [before, after] = [shown(from), shown(to)]
  return before === '' ? after : t('log.fromTo', { from: before, to: after === '' ? '—' : after })
}

function shown(fact: Fact): string {
  return roleWords(fact) ?? (fact === null || fact === undefined ? '' : String(fact))
}

function roleWords(fact: Fact): string | null {
  switch (fact) {
    case 'owner':
    case 'admin':
    case 'service_admin':
    case 'agent':
      return t(`role.${fact}`)
    default:
      return null
  }
}
