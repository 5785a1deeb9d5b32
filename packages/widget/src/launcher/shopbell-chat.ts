import { draw } from './bell.ts'
import style from './launcher.css?inline'
import type { Panel } from './panel-contract.ts'

const WIDE = '(min-width:480px)'

/**
 * `<shopbell-chat data-store="…">`: a bubble on the shop's page. It makes no request of its own: the panel is loaded when the
 * buyer points at the bubble, and at once for a buyer who has a conversation (the bubble shows what is unread).
 */
export class ShopbellChat extends HTMLElement {
  #panel: Promise<Panel> | undefined
  #load: (() => Promise<Panel>) | undefined

  connectedCallback(): void {
    this.#load ??= this.#build()
    if (this.#keeps('sessionStorage', 'open') && matchMedia(WIDE).matches) this.#open(false)
    else if (this.#keeps('localStorage', 'token')) this.#loadAhead()
  }

  disconnectedCallback(): void {
    this.#panel?.then((panel) => panel.end(), nothing)
    this.#panel = undefined
  }

  #build(): () => Promise<Panel> {
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    const { brand = '', locale = navigator.language } = this.dataset
    sheet.replaceSync(style + (/^#[\da-f]{6}$/i.test(brand) ? `:host{--sb-brand:${brand}}` : ''))
    root.adoptedStyleSheets = [sheet]
    const { bubble, badge } = draw(/^zh/i.test(locale) ? '联系商家' : 'Chat with the shop')
    root.append(bubble)
    bubble.onpointerenter = bubble.onfocus = () => this.#loadAhead()
    bubble.onclick = () => this.#open(true)
    return () =>
      (this.#panel ??= import('../panel/mount-panel.ts').then(({ mountPanel }) =>
        mountPanel({ host: this, root, bubble, badge, script: import.meta.url }),
      ))
  }

  /** May fail silently: the click loads again. */
  #loadAhead(): void {
    this.#load?.().catch(() => (this.#panel = undefined))
  }

  #open(focus: boolean): void {
    this.#load?.().then(
      (panel) => panel.open(focus),
      () => (this.#panel = undefined),
    )
  }

  #keeps(storage: 'localStorage' | 'sessionStorage', what: string): boolean {
    try {
      return window[storage].getItem(`shopbell:${this.dataset['store'] ?? ''}:${what}`) !== null
    } catch {
      return false // storage is blocked
    }
  }
}

function nothing(): void {
  // A panel that never came needs no end.
}
