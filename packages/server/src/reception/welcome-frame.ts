import { MAX_FRAME_BYTES, MAX_RANGE, MAX_TEXT_UNITS, type MenuItems, type Welcome } from '@shopbell/protocol'
import { avatarAddress } from '../store/avatar-address.ts'
import type { StoreRow } from '../store/stores.ts'
import { widgetSettingsOf } from '../store/widget-settings.ts'
import { wordsFor } from './words-for.ts'

export interface Welcomed {
  readonly store: StoreRow
  /** Where browsers reach this server. */
  readonly origin: string
  readonly conversation: string
  readonly token: string
  readonly head: number
  readonly locale: string
  /** Whether people are there by the store's hours, and else from when on. */
  readonly hours: Welcome['reception']
  readonly menu: MenuItems
}

/** The answer to `hello`. */
export function welcomeFrame({
  store,
  origin,
  conversation,
  token,
  head,
  locale,
  hours,
  menu,
}: Welcomed): Welcome {
  const { opening, contact } = widgetSettingsOf(store)
  const placeholder = wordsFor(locale, opening)
  return {
    type: 'welcome',
    token,
    conversation,
    head,
    epoch: store.epoch,
    store: {
      name: store.shownName ?? store.name,
      locale: store.defaultLocale,
      ...(store.avatar === null ? {} : { avatar: avatarAddress(store.avatar, origin) }),
      ...(store.brand === null ? {} : { brand: store.brand }),
    },
    reception: { ...hours, ...(placeholder === '' ? {} : { placeholder }) },
    ...(contact.on ? { contact: { consent: wordsFor(locale, contact.consent) } } : {}),
    menu,
    limits: { text: MAX_TEXT_UNITS, frame: MAX_FRAME_BYTES, range: MAX_RANGE },
  }
}
