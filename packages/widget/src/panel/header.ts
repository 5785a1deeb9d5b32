import type { ConnectionState } from '../connection/connection-state.ts'
import { button, element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import { webAddress } from '../dom/web-address.ts'
import { sayDay, sayTime } from '../i18n/say-when.ts'
import { fill, type Speech } from '../i18n/words.ts'

/** While people are away the line is put anew so often. */
const LOOK_AGAIN_MS = 60_000

/** Who the buyer talks to and who is here, and the way out where there is one. */
export function header(speech: Speech, close: (() => void) | null) {
  const logo = element('span', { class: 'logo', 'aria-hidden': 'true' }, icon('bell'))
  const name = element('strong', {})
  const status = element('span', { class: 'status' })
  const node = element(
    'div',
    { class: 'head' },
    ...(close
      ? [button({ class: 'leave', 'aria-label': speech.words.close }, close, icon('close'), icon('back'))]
      : []),
    logo,
    element('div', { class: 'who' }, name, status),
  )
  let logoOf = ''
  const showStore = (store: Store): void => {
    if (store.name === logoOf) return
    logoOf = store.name
    name.textContent = store.name
    logo.replaceChildren(face(store))
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const update = (state: ConnectionState): void => {
    if (state.welcome) showStore(state.welcome.store)
    status.classList.toggle('here', state.people > 0)
    status.textContent = statusLine(state, speech)
    clearTimeout(timer)
    // When people are back, and when “tomorrow” has become “today”, nothing else need happen.
    const leftMs = (state.welcome?.reception.opensAt ?? 0) - Date.now()
    if (leftMs > 0) timer = setTimeout(() => update(state), Math.min(leftMs, LOOK_AGAIN_MS))
  }
  return {
    node,
    update,
    /** What it says where nobody is connected. */
    say: (store: Store, line: string): void => {
      showStore(store)
      status.textContent = line
    },
  }
}

interface Store {
  readonly name: string
  readonly avatar?: string
}

/** The store's picture; else its first character where one character says something; else the bell. */
function face({ name, avatar }: Store): Node {
  const address = webAddress(avatar)
  if (address !== null) return element('img', { src: address, alt: '', referrerpolicy: 'no-referrer' })
  const first = [...name][0] ?? ''
  return /\p{Script=Han}/u.test(first) ? element('b', {}, first) : icon('bell')
}

function statusLine({ welcome, people }: ConnectionState, speech: Speech): string {
  const { words } = speech
  if (!welcome) return words.connecting
  if (people === 1) return words.onePersonHere
  if (people > 1) return fill(words.peopleHere, { n: people })
  const { open, opensAt } = welcome.reception
  const now = Date.now()
  if (open || opensAt === undefined || opensAt <= now) return words.robotHere
  return fill(words.backAt, { day: sayDay(opensAt, now, speech), time: sayTime(opensAt, speech) })
}
