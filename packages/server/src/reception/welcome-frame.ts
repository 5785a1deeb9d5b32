import { MAX_FRAME_BYTES, MAX_RANGE, MAX_TEXT_UNITS, type Welcome } from '@shopbell/protocol'
import type { StoreRow } from '../store/stores.ts'

/** The way to a person, which every buyer always has. */
const TALK_TO_A_PERSON = { en: 'Talk to a person', zh: '转人工' } as const

export interface Welcomed {
  readonly store: StoreRow
  readonly conversation: string
  readonly token: string
  readonly head: number
  readonly locale: string
}

/** The answer to `hello`. */
export function welcomeFrame({ store, conversation, token, head, locale }: Welcomed): Welcome {
  return {
    type: 'welcome',
    token,
    conversation,
    head,
    epoch: store.epoch,
    store: {
      name: store.name,
      locale: store.defaultLocale,
      ...(store.avatar === null ? {} : { avatar: store.avatar }),
      ...(store.brand === null ? {} : { brand: store.brand }),
    },
    reception: { open: true },
    menu: [{ id: 'person', label: TALK_TO_A_PERSON[/^zh\b/i.test(locale) ? 'zh' : 'en'] }],
    limits: { text: MAX_TEXT_UNITS, frame: MAX_FRAME_BYTES, range: MAX_RANGE },
  }
}
