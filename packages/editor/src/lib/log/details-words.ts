import { PROFILES } from '@shopbell/engine'
import type { AuditEntry } from '@shopbell/protocol'
import { t } from '#lib/i18n/locale.svelte.ts'

type Fact = string | number | boolean | null | undefined

/** The facts beside an entry, as few words as they need: `Admin → Agent`, `v3`. */
export function detailsWords({ details, subject }: AuditEntry): string {
  if (details === undefined) return ''
  const { version, from, to, setting, role, copied, allowed, removed } = details
  if (typeof version === 'number') return t('log.version', { n: version })
  if (copied === true) return t('log.copied')
  if (subject === 'reception' && to === null) return t('log.follows')
  // The kind of file says nothing to a reader.
  if (setting === 'avatar') return ''
  if (typeof allowed === 'string') return t('install.siteAllowed', { origin: allowed })
  if (typeof removed === 'string') return t('install.siteRemoved', { origin: removed })
  // What somebody wrote, such as the store's name, is shown as it was written.
  const say = setting === undefined || setting === 'profile' ? shown : (fact: Fact) => String(fact ?? '')
  return shown(role) || change(say(from), say(to))
}

function change(before: string, after: string): string {
  if (before === after) return ''
  if (before === '') return t('log.to', { to: after })
  return t('log.fromTo', { from: before, to: after === '' ? '—' : after })
}

function shown(fact: Fact): string {
  switch (fact) {
    case 'owner':
    case 'admin':
    case 'service_admin':
    case 'agent':
      return t(`role.${fact}`)
    case 'off':
    case 'always':
      return t(`hours.${fact}`)
    case 'custom':
      return t('hours.mine')
    default:
      return named(String(fact ?? ''))
  }
}

/** Rule books; one of the store's own is kept with the one it is based on, as `custom (…)`. */
function named(kept: string): string {
  if (isProfile(kept)) return t(`book.name.${kept}`)
  return kept.startsWith('custom (') ? t('book.name.own') : kept
}

function isProfile(kept: string): kept is keyof typeof PROFILES {
  return Object.hasOwn(PROFILES, kept)
}
