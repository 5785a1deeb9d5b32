import { draw } from './bell.ts'
import style from './launcher.css?inline'
import { pageLocale } from './page-locale.ts'
import type { Panel } from './panel-contract.ts'
import type { ShopDefaults } from './shop-defaults.ts'

/** The build's first line, where the server writes what the store chose: no request of its own, no flash of other colours. */
declare const shop: ShopDefaults

/** Below this the panel covers the page, so it does not open by itself. */
const WIDE = 480

/**
 * `<shopbell-chat data-store="…">`: a bubble on the shop's page. It makes no request of its own: the panel is loaded when the
 * buyer points at the bubble, and at once for a buyer who has a conversation (the bubble shows what is unread).
 */
export class ShopbellChat extends HTMLElement {
  #panel: Promise<Panel> | undefined
  #load: (() => Promise<Panel>) | undefined

  connectedCallback(): void {
    this.#load ??= this.#build()
    if (this.#kept('sessionStorage', 'open') && innerWidth >= WIDE)
      this.#withPanel((panel) => panel.open(false))
    else if (this.#kept('localStorage', 'token')) this.#withPanel()
  }

  disconnectedCallback(): void {
    this.#panel?.then((panel) => panel.end(), nothing)
    this.#panel = undefined
  }

  #build(): () => Promise<Panel> {
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    const { brand = '', locale = pageLocale(this) } = Object.assign(this.dataset, {
      ...shop.data,
      ...this.dataset,
    })
    sheet.replaceSync(style + shop.css + (/^#[\da-f]{6}$/i.test(brand) ? `:host{--sb-brand:${brand}}` : ''))
    root.adoptedStyleSheets = [sheet]
    const { bubble, badge } = draw(/^zh/i.test(locale) ? '联系商家' : 'Chat with the shop')
    root.append(bubble)
    bubble.onpointerenter = bubble.onfocus = () => this.#withPanel()
    bubble.onclick = () => this.#withPanel((panel) => panel.open(true))
    const script = import.meta.url
    return () =>
      (this.#panel ??= import('../panel/mount-panel.ts')
        .catch(() => import(newestPanel(script)))
        .then(({ mountPanel }) => mountPanel({ host: this, root, bubble, badge, script, locale })))
  }

  /** Loading may fail: the next click tries again. */
  #withPanel(work: (panel: Panel) => void = nothing): void {
    this.#load?.().then(work, () => (this.#panel = undefined))
  }

  #kept(storage: 'localStorage' | 'sessionStorage', what: string): string | null {
    try {
      return window[storage].getItem(`shopbell:${this.dataset['store'] ?? ''}:${what}`)
    } catch {
      return null // storage is blocked
    }
  }
}

/**
 * Where the panel is whatever its name was when a browser cached this launcher: the server may be newer. The query makes
 * browsers fetch again what failed to load before.
 */
function newestPanel(script: string): string {
  return new URL(`panel.js?${Date.now()}`, script).href
}

function nothing(): void {
  // Loading ahead wants nothing of the panel, and one that never came needs no end.
}
