import { plainText, type ProductCard } from '@shopbell/protocol'
import { element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import { webAddress } from '../dom/web-address.ts'
import type { Item } from '../transcript/item.ts'
import { fill } from '../i18n/words.ts'
import { bubble } from './bubble.ts'
import type { PanelContext } from './panel-context.ts'

/** Product cards as a row that scrolls sideways. */
export function products(
  item: Extract<Item, { type: 'products' }>,
  { speech, opened }: PanelContext,
): HTMLElement {
  const cards = item.cards.map((card) => element('li', {}, productCard(card, opened)))
  return element(
    'div',
    { class: `part ${item.side}` },
    ...(item.text === '' ? [] : [bubble(item.side, item.text)]),
    element('ul', { class: 'row', 'aria-label': speech.words.products, tabindex: '0' }, ...cards),
  )
}

function productCard(
  { ref, title, price, image, url }: ProductCard,
  opened: (ref: string) => void,
): HTMLElement {
  const inside = [
    picture(image),
    element('span', { class: 'title' }, plainText(title)),
    ...(price === undefined ? [] : [element('span', { class: 'price' }, price)]),
  ]
  const card = linked('product', url, inside)
  if (card.matches('a')) card.addEventListener('click', () => opened(ref))
  return card
}

/** The buyer's own order. */
export function order(
  { side, order }: Extract<Item, { type: 'order' }>,
  { speech }: PanelContext,
): HTMLElement {
  const { items, status, title, url } = order
  const count = items === 1 ? speech.words.oneItem : fill(speech.words.items, { n: items })
  return linked(`card order ${side}`, url, [
    element('strong', {}, plainText(title)),
    element('span', { class: 'price' }, `${status}, ${count}`),
  ])
}

/** A file to fetch; its address lives for a short time. */
export function file({ side, file }: Extract<Item, { type: 'file' }>): HTMLElement {
  return linked(`card order ${side}`, file.url, [element('strong', {}, file.name)])
}

/** A picture, or a drawing where there is none or it does not load. */
export function picture(address: string | undefined): HTMLElement {
  const source = webAddress(address)
  const frame = element('span', { class: 'picture' }, icon('product'))
  if (source === null) return frame
  const image = element('img', { alt: '', loading: 'lazy', referrerpolicy: 'no-referrer', src: source })
  image.addEventListener('error', () => frame.replaceChildren(icon('product')))
  frame.replaceChildren(image)
  return frame
}

function linked(name: string, url: string | undefined, inside: readonly HTMLElement[]): HTMLElement {
  const href = webAddress(url)
  if (href === null) return element('div', { class: name }, ...inside)
  return element('a', { class: name, href, target: '_blank', rel: 'noopener nofollow ugc' }, ...inside)
}
