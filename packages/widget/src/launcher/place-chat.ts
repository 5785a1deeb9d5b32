/**
 * Puts one chat on the page for each script tag of this address, with the tag's `data-` attributes. The document is read through
 * its prototype: a shop's page may have an element named `body`.
 */
export function placeChat(name: string, address: string): void {
  const { createElement, querySelectorAll } = Document.prototype
  for (const tag of querySelectorAll.call(document, 'script')) {
    if (!(tag instanceof HTMLScriptElement) || tag.src !== address) continue
    const chat: HTMLElement = createElement.call(document, name)
    Object.assign(chat.dataset, tag.dataset)
    querySelectorAll.call(document, 'body')[0]?.append(chat)
  }
}
