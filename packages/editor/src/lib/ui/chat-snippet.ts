/** The line that puts the chat on a page; `storeId` is a public id, so it needs no escaping. */
export function chatSnippet(origin: string, storeId: string): string {
  return `<script type="module" src="${origin}/widget/v1.js" data-store="${storeId}"></${'script'}>`
}
