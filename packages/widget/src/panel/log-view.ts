import type { PanelContext } from '../content/panel-context.ts'
import { renderItem } from '../content/render-item.ts'
import { button, element } from '../dom/element.ts'
import { icon } from '../dom/icon.ts'
import type { Item } from '../transcript/item.ts'

/** So near to the end (in pixels) counts as reading the end. */
const NEAR_END = 60

/** Where focus goes when what had it is gone. */
export interface LogEvents {
  readonly onReachedEnd: () => void
  readonly onFocusLost: () => void
}

export interface LogSettings extends LogEvents {
  /** Begins at the first message, and follows new ones once somebody wrote or scrolled to the end. */
  readonly fromTop?: boolean
}

/**
 * The log: keeps one element per item and touches only what changed, so that a half-typed answer, the focus and the reading
 * place stay. New messages scroll only a reader who is at the end.
 */
export function logView(context: PanelContext, { onReachedEnd, onFocusLost, fromTop = false }: LogSettings) {
  const { words } = context.speech
  const list = element('div', { class: 'items' })
  const empty = element('p', { class: 'empty', hidden: true })
  // The announcer speaks for the log; otherwise buyers would hear their own messages.
  const node = element(
    'div',
    { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': words.conversation, tabindex: '0' },
    empty,
    list,
  )
  const more = button({ class: 'more', hidden: true }, () => toEnd(), icon('down'), words.newMessages)
  let follows = !fromTop
  const held = new Map<string, { readonly drawn: string; readonly node: HTMLElement }>()

  const atEnd = (): boolean => node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_END
  const toEnd = (): void => {
    follows = true
    node.scrollTop = node.scrollHeight
    more.hidden = true
    onReachedEnd()
  }
  node.addEventListener('scroll', () => {
    if (!atEnd()) return
    follows = true
    more.hidden = true
    onReachedEnd()
  })

  const update = (items: readonly Item[], placeholder: string): void => {
    const stays = atEnd()
    const lastBefore = list.lastElementChild
    empty.textContent = placeholder
    empty.hidden = placeholder === '' || items.length > 0
    const focused = focusedId()
    place(items)
    if (focused !== null && !focusedId()) refocus(focused)
    if (list.lastElementChild === lastBefore || !follows) return
    const own = items.findLast(({ type }) => type === 'bubble')
    if (stays || (own?.type === 'bubble' && own.waits)) toEnd()
    else more.hidden = false
  }

  const place = (items: readonly Item[]): void => {
    const keys = new Set(items.map(({ key }) => key))
    for (const [key, { node }] of held) {
      if (keys.has(key)) continue
      node.remove()
      held.delete(key)
    }
    let next = list.firstElementChild
    for (const item of items) {
      const drawn = JSON.stringify(item)
      const before = held.get(item.key)
      const current = before?.drawn === drawn ? before.node : renderItem(item, context)
      held.set(item.key, { drawn, node: current })
      if (before && before.node !== current) {
        if (next === before.node) next = current
        before.node.replaceWith(current)
      }
      if (next === current) next = current.nextElementSibling
      else list.insertBefore(current, next)
    }
  }

  const focusedId = (): string | null => {
    const root = node.getRootNode()
    const active = root instanceof ShadowRoot ? root.activeElement : null
    return active instanceof HTMLElement && list.contains(active) ? (active.dataset.id ?? '') : null
  }

  const refocus = (id: string): void => {
    const again = [...list.querySelectorAll<HTMLElement>('[data-id]')].findLast(
      ({ dataset }) => dataset.id === id,
    )
    if (again) again.focus({ preventScroll: true })
    else onFocusLost()
  }

  return { node, more, update, toEnd, atEnd }
}
