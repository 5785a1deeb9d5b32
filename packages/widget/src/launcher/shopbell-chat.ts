import style from './launcher.css?inline'
import type { Panel } from './panel-contract.ts'

const BELL = 'M3.5 15.5h13M4.5 13a5.5 5.5 0 0 1 11 0zM10 7.5V5M8.4 5h3.2'
const SVG = 'http://www.w3.org/2000/svg'
const WIDE = '(min-width:480px)'

/**
 * `<shopbell-chat data-store="…">`: a bubble on the shop's page. It makes no request of its own: the panel is loaded when the
 * buyer points at the bubble, and at once for a buyer who has a conversation (the bubble shows what is unread).
 */
export class ShopbellChat extends HTMLElement {
  #panel: Promise<Panel> | undefined
  #load: () => Promise<Panel> = () => Promise.reject(new Error('not on a page'))

  connectedCallback(): void {
    if (!this.shadowRoot) this.#build()
    const { store } = this.dataset
    if (holds('sessionStorage', store, 'open') && matchMedia(WIDE).matches) void this.#open(false)
    else if (holds('localStorage', store, 'token')) void this.#load().catch(later)
  }

  disconnectedCallback(): void {
    void this.#panel?.then((panel) => panel.end(), later)
    this.#panel = undefined
  }

  #build(): void {
    const make = <Tag extends 'button' | 'span'>(tag: Tag) =>
      Document.prototype.createElement.call(document, tag) as HTMLElementTagNameMap[Tag] // what the DOM promises for the tag
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    const { brand = '', locale = '' } = this.dataset
    sheet.replaceSync(style + (/^#[\da-f]{6}$/i.test(brand) ? `:host{--sb-brand:${brand}}` : ''))
    root.adoptedStyleSheets = [sheet]
    const bubble = make('button')
    const badge = make('span')
    const label = /^zh/i.test(locale || navigator.language) ? '联系商家' : 'Chat with the shop'
    bubble.type = 'button'
    bubble.className = 'launcher'
    bubble.ariaLabel = label
    badge.className = 'badge'
    badge.hidden = true
    bubble.append(drawing(), badge)
    root.append(bubble)
    this.#load = () =>
      (this.#panel ??= import('../panel/mount-panel.ts').then(({ mountPanel }) =>
        mountPanel({ host: this, root, bubble, badge, script: import.meta.url }),
      ))
    for (const sign of ['pointerenter', 'focus'])
      bubble.addEventListener(sign, () => void this.#load().catch(later))
    bubble.addEventListener('click', () => void this.#open(true))
  }

  async #open(focus: boolean): Promise<void> {
    try {
      const panel = await this.#load()
      panel.open(focus)
    } catch {
      this.#panel = undefined // the next click tries again
    }
  }
}

function drawing(): SVGElement {
  const svg = Document.prototype.createElementNS.call(document, SVG, 'svg')
  const path = Document.prototype.createElementNS.call(document, SVG, 'path')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  path.setAttribute('d', BELL)
  svg.append(path)
  return svg as SVGElement // its namespace is SVG
}

function holds(kind: 'localStorage' | 'sessionStorage', store = '', key: string): boolean {
  try {
    return window[kind].getItem(`shopbell:${store}:${key}`) !== null
  } catch {
    return false // storage is blocked
  }
}

/** Loading ahead may fail silently: the click loads again. */
function later(): void {}
