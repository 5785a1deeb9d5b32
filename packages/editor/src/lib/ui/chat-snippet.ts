/** The line that puts the chat on a page; `storeId` is a public id, so it needs no escaping. */
export function chatSnippet(origin: string, storeId: string): string {
  return `<script type="module" src="${chatScript(origin, storeId)}"></${'script'}>`
}

/** The script of a store's chat: what the store chose is in it. */
export function chatScript(origin: string, storeId: string): string {
  return `${origin}/widget/v1.js?store=${storeId}`
}
