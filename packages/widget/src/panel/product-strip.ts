import { picture } from '../content/cards.ts'
import { button, element } from '../dom/element.ts'
import type { Words } from '../i18n/words.ts'
import type { ChatOptions } from './chat-options.ts'

/** The product of the page the buyer came from, and a button that sends it to the shop. Null on other pages. */
export function productStrip(
  { product }: ChatOptions,
  words: Words,
  ask: (title: string) => void,
): HTMLElement | null {
  if (!product) return null
  const { title, price, image } = product
  return element(
    'div',
    { class: 'strip' },
    picture(new URL(image, location.href).href),
    element(
      'div',
      { class: 'who' },
      element('strong', {}, title),
      element('span', { class: 'price' }, price),
    ),
    button({}, () => ask(title), words.askAbout),
  )
}
