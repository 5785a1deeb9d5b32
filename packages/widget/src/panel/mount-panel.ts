import type { SentContent } from '@shopbell/protocol'
import type { ConnectionState } from '../connection/connection-state.ts'
import { lastSeq } from '../connection/message-log.ts'
import type { PanelContext } from '../content/panel-context.ts'
import { element } from '../dom/element.ts'
import { onPageShown, pageIsVisible } from '../dom/page.ts'
import { fill, speechFor } from '../i18n/words.ts'
import type { LauncherParts, Panel } from '../launcher/panel-contract.ts'
import { openQuestions } from '../transcript/open-questions.ts'
import { transcript } from '../transcript/transcript.ts'
import { unreadCount } from '../transcript/unread-count.ts'
import { announcer } from './announcer.ts'
import { chatOptions } from './chat-options.ts'
import { composer } from './composer.ts'
import { contactPlace } from './contact-place.ts'
import { dress } from './dress.ts'
import { header } from './header.ts'
import { logView } from './log-view.ts'
import { openMark } from './open-mark.ts'
import { connectPage } from './connect-page.ts'
import { productStrip } from './product-strip.ts'
import { selfService } from './self-service.ts'

const MANY = 99
/** A hidden page draws nothing; its badge may be late by this. */
const HIDDEN_DRAW_MS = 300

/** Builds the panel beside the bubble, closed, and connects: the bubble can show what is unread before anybody opens it. */
export async function mountPanel({
  host,
  root,
  bubble,
  badge,
  script,
  locale,
}: LauncherParts): Promise<Panel> {
  const options = chatOptions(host.dataset, locale)
  const speech = await speechFor(options.locale)
  const { words } = speech
  const life = new AbortController()
  const connection = connectPage(script, options, life.signal)
  if (options.viewed !== null) connection.look({ at: 'page', refs: [options.viewed] })
  const mark = openMark(options.store)
  const label = bubble.ariaLabel ?? ''
  const wear = dress(root, options.brand)
  let isOpen = false
  let hasEntered = false
  let networkIsOff = !navigator.onLine
  let hasStopped = false

  const send = (content: SentContent, shown: string): void => {
    connection.send(content, shown)
    log.toEnd()
  }
  const context: PanelContext = {
    speech,
    now: Date.now,
    send,
    opened: (ref) => connection.look({ at: 'card', refs: [ref] }),
    judge: connection.judge,
    retry: connection.retry,
    discard: connection.discard,
  }
  const top = header(speech, () => close())
  const banner = element('p', { class: 'banner', role: 'status', hidden: true })
  const log = logView(context, { onReachedEnd: () => see(), onFocusLost: () => writer.focus() })
  const menu = selfService(words, (item, shown) => send({ kind: 'menu', item }, shown))
  const announce = announcer(life.signal)
  const writer = composer(words, {
    onSend: (text) => send({ kind: 'text', text }, text),
    onTyping: connection.type,
  })
  const { store } = options
  const contact = contactPlace({
    root,
    store,
    locale: speech.locale,
    send,
    focusElsewhere: () => writer.focus(),
  })
  const strip = productStrip(options, words, (title) => {
    if (options.from.ref) send({ kind: 'product', ref: options.from.ref }, title)
    writer.focus()
  })
  const panel = element('section', { class: 'panel', role: 'dialog', lang: speech.locale, hidden: true })
  panel.append(
    top.node,
    ...(strip ? [strip] : []),
    banner,
    log.node,
    log.more,
    menu.node,
    contact.node,
    writer.node,
    announce.node,
  )
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
  })

  function draw(): void {
    const state = connection.state()
    const { welcome, phase, stop } = state
    // For whoever set up the page: only they can mend it.
    if (phase === 'stopped' && !hasStopped) console.error(`Shopbell: ${stop?.code}. ${stop?.message}`)
    hasStopped = phase === 'stopped'
    panel.ariaLabel = welcome ? fill(words.chatWith, { store: welcome.store.name }) : words.conversation
    wear(welcome?.store.brand)
    drawBadge(unreadCount(state))
    if (!isOpen) return
    top.update(state)
    drawBanner(state)
    menu.update(welcome?.menu, openQuestions(state.log.messages, state.outbox))
    writer.update(welcome?.limits.text)
    log.update(transcript(state), welcome?.reception.placeholder ?? '')
    contact.update(state)
    announce.update(state)
    if (log.atEnd()) see()
  }

  function drawBadge(unread: number): void {
    badge.hidden = unread === 0
    badge.textContent = unread > MANY ? `${String(MANY)}+` : String(unread)
    bubble.ariaLabel = unread === 0 ? label : `${label}, ${fill(words.unread, { n: unread })}`
  }

  function drawBanner({ phase, failures }: ConnectionState): void {
    const isOff = networkIsOff || (phase !== 'ready' && failures > 0)
    banner.hidden = phase !== 'stopped' && !isOff
    banner.textContent = phase === 'stopped' ? words.stopped : isOff ? words.offline : ''
  }

  /** Everything on the screen of a visible page counts as read. */
  function see(): void {
    if (isOpen && pageIsVisible()) connection.see(lastSeq(connection.state().log))
  }

  /** A panel that opens in a background tab is entered when the buyer looks at it. */
  function enter(): void {
    if (hasEntered || !isOpen || !pageIsVisible()) return
    hasEntered = true
    connection.enter(options.from)
  }

  function open(focus: boolean): void {
    isOpen = true
    mark.set()
    host.toggleAttribute('open', true)
    panel.hidden = false
    enter()
    connection.wake()
    draw()
    log.toEnd()
    if (focus) writer.focus()
  }

  function close(): void {
    isOpen = false
    hasEntered = false
    mark.clear()
    connection.leave()
    panel.hidden = true
    host.toggleAttribute('open', false)
    bubble.focus()
  }

  const drawSoon = oncePerFrame(draw, life.signal)
  connection.onChange(drawSoon)
  onPageShown(() => {
    enter()
    drawSoon()
  }, life.signal)
  for (const [sign, off] of [
    ['online', false],
    ['offline', true],
  ] as const) {
    const hear = (): void => {
      networkIsOff = off
      drawSoon()
    }
    window.addEventListener(sign, hear, { signal: life.signal })
  }
  root.append(panel)
  bubble.ariaExpanded = 'false'
  // Only a buyer with a conversation can have unread messages; for the others the first opening connects.
  if (connection.state().token !== null) connection.wake()
  return { open, end: () => end() }

  function end(): void {
    life.abort()
    panel.remove()
  }
}

/** Many changes, one drawing. */
function oncePerFrame(draw: () => void, signal: AbortSignal): () => void {
  let isDue = false
  const now = (): void => {
    isDue = false
    if (!signal.aborted) draw()
  }
  return () => {
    if (isDue) return
    isDue = true
    if (pageIsVisible()) requestAnimationFrame(now)
    else setTimeout(now, HIDDEN_DRAW_MS)
  }
}
