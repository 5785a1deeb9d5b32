import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ShopPage {
  /** `http://127.0.0.1:<port>`, an origin of its own. */
  readonly origin: string
  readonly close: () => void
}

/** A seller's own page with the chat's line of code, on an origin and under a policy of its own: nothing but what the chat needs. */
export async function serveShopPage(chatServer: string, snippet: () => string): Promise<ShopPage> {
  const { host } = new URL(chatServer)
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `script-src http://${host}`,
        "style-src 'self'",
        `connect-src ws://${host}`,
        `img-src http://${host}`, // where the demo shop keeps its product pictures
        "require-trusted-types-for 'script'",
      ].join('; '),
    })
    response.end(
      `<!doctype html><html lang="en"><title>A seller’s page</title><body><main><h1>Bottles</h1></main>${snippet()}</body>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is never a string
  return { origin: `http://127.0.0.1:${String(port)}`, close: () => void server.close() }
}
