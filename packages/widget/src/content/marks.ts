import { button, element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import { sayDay, sayTime } from '../i18n/say-when.ts'
import { fill, type Words } from '../i18n/words.ts'
import type { Item } from '../transcript/item.ts'
import type { PanelContext } from './panel-context.ts'

/** The day in the middle of the log. */
export function day({ at }: Extract<Item, { type: 'day' }>, { speech, now }: PanelContext): HTMLElement {
  return element('div', { class: 'note' }, `${capitalised(sayDay(at, now(), speech))} ${sayTime(at, speech)}`)
}

/** Who speaks from here on, and since when (WEL-13: buyers see that a robot is one). */
export function speaker(
  { author, at }: Extract<Item, { type: 'speaker' }>,
  { speech }: PanelContext,
): HTMLElement {
  const { automatic, person } = speech.words
  const isRobot = author === 'robot'
  return element(
    'div',
    { class: 'speaker' },
    ...(isRobot ? [icon('bell')] : []),
    fill(isRobot ? automatic : person, { time: sayTime(at, speech) }),
  )
}

/** How far the buyer's last message got. */
export function receipt(
  { state }: Extract<Item, { type: 'receipt' }>,
  { speech }: PanelContext,
): HTMLElement {
  return element('div', { class: 'receipt' }, speech.words[state])
}

/** Beside a message the server will not take: why, and what to do. */
export function refused(
  { id, refusal }: Extract<Item, { type: 'refused' }>,
  context: PanelContext,
): HTMLElement {
  const { words } = context.speech
  return element(
    'div',
    { class: 'refused', role: 'alert' },
    icon('alert'),
    element('span', {}, `${words.notSent} ${reason(refusal.code, refusal.message, words)}`),
    button({ 'data-id': 'again' }, () => context.retry(id), words.tryAgain),
    button({ 'data-id': 'remove' }, () => context.discard(id), words.remove),
  )
}

/** A person of the shop is writing. */
export function typing({ speech }: PanelContext): HTMLElement {
  const dots = element('div', { class: 'dots', 'aria-hidden': 'true' }, '•••')
  return element(
    'div',
    { class: 'bubble' },
    dots,
    element('span', { class: 'quiet' }, speech.words.personTyping),
  )
}

/** The common refusals in the buyer's language; for the others the server's own sentence. */
function reason(code: string, message: string, words: Words): string {
  switch (code) {
    case 'NOT_HELD':
      return words.refusedNotHeld
    case 'ANSWER_UNFIT':
      return words.refusedUnfit
    case 'NOT_OFFERED':
      return words.refusedNotOffered
    case 'REF_UNKNOWN':
      return words.refusedRef
    case 'TOO_BIG':
      return words.refusedTooBig
    default:
      return message
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
