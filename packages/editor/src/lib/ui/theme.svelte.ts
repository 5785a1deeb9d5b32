import { recall, remember } from './device-memory.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** static/first-paint.js reads it too. */
const STORED_AS = 'shopbell.theme'

let chosen = $state<Theme>(readTheme())
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
let painted = $state<'light' | 'dark'>(
  document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
)
prefersDark.addEventListener('change', paintTheme)

export function theme(): Theme {
  return chosen
}

/** What is on the screen now: the choice, or what the device prefers. */
export function paintedTheme(): 'light' | 'dark' {
  return painted
}

/** Repaints at once and for the next visits of this device. */
export function chooseTheme(next: Theme): void {
  chosen = next
  remember(STORED_AS, next)
  paintTheme()
}

function paintTheme(): void {
  const dark = chosen === 'dark' || (chosen === 'auto' && prefersDark.matches)
  painted = dark ? 'dark' : 'light'
  document.documentElement.dataset['theme'] = painted
  document.documentElement.style.colorScheme = painted
}

function readTheme(): Theme {
  const stored = recall(STORED_AS)
  return THEMES.find((known) => known === stored) ?? 'auto'
}
