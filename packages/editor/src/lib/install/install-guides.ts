import { chatScript, chatSnippet } from '#lib/ui/chat-snippet.ts'

export const GUIDES = ['html', 'wordpress', 'shopify', 'spa'] as const
export type Guide = (typeof GUIDES)[number]

/** What is pasted where a shop is made with this; `origin` is this server's. */
export function guideCode(guide: Guide, origin: string, storeId: string): string {
  const script = chatScript(origin, storeId)
  const end = `</${'script'}>`
  switch (guide) {
    case 'html':
      return `  ${chatSnippet(origin, storeId)}\n</body>`
    case 'wordpress':
      return [
        "add_action('wp_footer', function () {",
        `  echo '<script type="module" src="${script}">${end}';`,
        '});',
      ].join('\n')
    case 'shopify':
      return [
        `<script type="module" src="${script}"`,
        '  {% if product %}data-entry="product" data-ref="{{ product.handle | escape }}"',
        '  data-title="{{ product.title | escape }}" data-price="{{ product.price | money | strip_html | escape }}"',
        `  data-image="https:{{ product.featured_image | image_url: width: 200 }}"{% endif %}>${end}`,
      ].join('\n')
    case 'spa':
      return [
        `import('${script}')`,
        '',
        '// In the outermost layout:',
        '<shopbell-chat></shopbell-chat>',
      ].join('\n')
  }
}

/** What a page with a strict policy has to allow, and nothing else. */
export function policyLines(origin: string): string {
  return `script-src ${origin};\nconnect-src ${origin.replace(/^http/, 'ws')};`
}
