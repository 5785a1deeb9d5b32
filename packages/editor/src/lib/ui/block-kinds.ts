import type { IconName } from './icons.ts'

/** The icon of each kind of block; its hue is the token `--kind-<kind>`. A kind that is not ours is a plug-in's. */
const KIND_ICONS: Readonly<Record<string, IconName>> = {
  greeting: 'bell',
  recommendation: 'bag',
  faq: 'list',
  'smart-question': 'form',
  message: 'bubble',
  condition: 'fork',
  handoff: 'headset',
  end: 'flag',
}

export interface KindLook {
  readonly icon: IconName
  /** Ends the names of the colour tokens. */
  readonly hue: string
}

export function kindLook(kind: string): KindLook {
  const icon = KIND_ICONS[kind]
  return icon ? { icon, hue: kind } : { icon: 'puzzle', hue: 'plugin' }
}
