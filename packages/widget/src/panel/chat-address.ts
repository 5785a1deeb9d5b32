/** The chat's address beside the script's: `…/widget/v1.js` → `…/v1/chat?store=…`, over `wss` where the page came over `https`. */
export function chatAddress(script: string, store: string): string {
  const address = new URL('../v1/chat', script)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.searchParams.set('store', store)
  return address.href
}
