import { placeChat } from './launcher/place-chat.ts'
import { ShopbellChat } from './launcher/shopbell-chat.ts'

const NAME = 'shopbell-chat'

// A page may carry the script twice; the first one serves it.
if (!customElements.get(NAME)) {
  customElements.define(NAME, ShopbellChat)
  placeChat(NAME, import.meta.url)
}
