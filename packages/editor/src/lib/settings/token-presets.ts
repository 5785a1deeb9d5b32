import { TOKEN_SCOPES, type TokenScope } from '@shopbell/protocol'

/** What tokens are mostly for, with the scopes that takes. */
const PRESETS = {
  publish: ['flow:read', 'flow:write', 'flow:publish'],
  catalogue: ['catalogue:read', 'catalogue:write', 'orders:read', 'orders:write'],
  read: TOKEN_SCOPES.filter((scope) => scope.endsWith(':read')),
  all: TOKEN_SCOPES,
} as const satisfies Record<string, readonly TokenScope[]>

export type TokenPreset = keyof typeof PRESETS | 'own'
export const TOKEN_PRESETS: readonly TokenPreset[] = ['publish', 'catalogue', 'read', 'all', 'own']

/** The scopes of a preset; `own` leaves those there are. */
export function scopesOf(preset: TokenPreset, scopes: readonly TokenScope[]): readonly TokenScope[] {
  return preset === 'own' ? scopes : PRESETS[preset]
}

/** The preset that has just these scopes, in whatever order. */
export function presetOf(scopes: readonly TokenScope[]): TokenPreset {
  const same = (['publish', 'catalogue', 'read', 'all'] as const).find(
    (preset) =>
      PRESETS[preset].length === scopes.length && PRESETS[preset].every((scope) => scopes.includes(scope)),
  )
  return same ?? 'own'
}
