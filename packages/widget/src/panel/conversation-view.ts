import type { MenuItems, Message, SentContent } from '@shopbell/protocol'
import { element } from '../dom/element.ts'
import { speechFor } from '../i18n/words.ts'
import type { PanelContext } from '../content/panel-context.ts'
import { openQuestions } from '../transcript/open-questions.ts'
import { spokenText } from '../transcript/spoken-text.ts'
import { transcript } from '../transcript/transcript.ts'
import { composer } from './composer.ts'
import { dress } from './dress.ts'
import { header } from './header.ts'
import { logView } from './log-view.ts'
import { selfService } from './self-service.ts'
import { wearTheme } from './wear-theme.ts'
import seated from './seated.css?inline'

export interface ConversationSettings {
  /** The buyer's language. */
  readonly locale: string
  readonly store: string
  readonly theme: 'light' | 'dark'
  /** `#rrggbb`; left out: Shopbell's own. */
  readonly brand?: string | undefined
  readonly avatar?: string | undefined
  /** Opens at the first message instead of the last. */
  readonly fromTop?: boolean
  /** What the buyer does; `shown` is what their bubble says. */
  readonly send: (content: SentContent, shown: string) => void
}

/** The panel without a connection, inside a page: whoever shows it brings the messages. */
export interface ConversationView {
  /** Shows a whole conversation, numbered from 1 without a gap; `placeholder` where it is still empty. `items`: the menu; left out: a person only. */
  readonly update: (messages: readonly Message[], placeholder: string, items?: MenuItems) => void
  readonly focus: () => void
}

/** Builds the panel as buyers see it into a shadow root, for pages that show a conversation they run themselves. */
export async function conversationView(
  root: ShadowRoot,
  { locale, store, theme, brand, avatar, fromTop = false, send }: ConversationSettings,
): Promise<ConversationView> {
  const speech = await speechFor(locale)
  const { words } = speech
  const sendAndShow = (content: SentContent, shown: string): void => {
    send(content, shown)
    log.toEnd()
  }
  // Nothing is ever on its way here, so nothing is kept, refused or sent again.
  const context: PanelContext = {
    speech,
    now: Date.now,
    send: sendAndShow,
    opened: nothing,
    judge: null,
    retry: nothing,
    discard: nothing,
  }
  dress(root, brand ?? null)
  root.adoptedStyleSheets.push(sheetOf(seated))
  wearTheme(root, theme)
  const top = header(speech, null)
  const writer = composer(words, {
    onSend: (text) => sendAndShow({ kind: 'text', text }, text),
    onTyping: nothing,
  })
  const log = logView(context, { onReachedEnd: nothing, onFocusLost: () => writer.focus(), fromTop })
  const speaker = element('div', { class: 'quiet', role: 'status', 'aria-live': 'polite' })
  let shown: number | null = null
  const menu = selfService(words, (item, shown) => sendAndShow({ kind: 'menu', item }, shown))
  root.append(
    element(
      'section',
      { class: 'panel seated', lang: speech.locale, 'aria-label': words.conversation },
      top.node,
      log.node,
      log.more,
      menu.node,
      writer.node,
      speaker,
    ),
  )
  top.say({ name: store, ...(avatar === undefined ? {} : { avatar }) }, words.robotHere)

  return {
    update: (messages, placeholder, items = [{ id: 'person', label: words.talkToPerson }]) => {
      const told = {
        log: { messages, ahead: new Map() },
        outbox: [],
        agentReadTo: 0,
        personTyping: false,
        phase: 'ready',
        failures: 0,
      } as const
      menu.update(items, openQuestions(messages, []))
      log.update(transcript(told), placeholder)
      // What was there at first sight was not said just now; a burst is read as one message.
      if (shown !== null && messages.length > shown)
        speaker.textContent = messages.slice(shown).map(spokenText).filter(isSaid).join(' ')
      shown = messages.length
    },
    focus: () => writer.focus(),
  }
}

function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  return sheet
}

function isSaid(text: string): boolean {
  return text !== ''
}

function nothing(): void {
  // There is no connection.
}
