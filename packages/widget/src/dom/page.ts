/**
 * The page's own document, read past its named elements: `<img name="body">` on a shop's page would otherwise stand in the
 * place of `document.body`. Nothing else in the widget reads properties of `document`.
 */
const prototype = Document.prototype

export const createElement: Document['createElement'] = prototype.createElement.bind(document)
export const createElementNS: Document['createElementNS'] = prototype.createElementNS.bind(document)

export function pageIsVisible(): boolean {
  return Reflect.get(prototype, 'visibilityState', document) === 'visible'
}

export function onPageShown(work: () => void, signal: AbortSignal): void {
  EventTarget.prototype.addEventListener.call(document, 'visibilitychange', work, { signal })
}
