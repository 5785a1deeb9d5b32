import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { FlowDocument } from '@shopbell/engine'
import { kindOf } from '@shopbell/engine'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** A page with a bare Svelte Flow: the limit that the canvas is measured against. */
export interface BareFlow {
  /** `culled`: draws only what is seen, as the canvas does. */
  readonly urlOf: (look: { readonly zoom: number; readonly culled: boolean }) => string
  readonly close: () => Promise<void>
}

export async function serveBareFlow(document: FlowDocument): Promise<BareFlow> {
  const files = await bundle()
  const parts = { nodes: nodesOf(document), edges: edgesOf(document) }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const file = files.get(pathname.slice(1))
    if (file) {
      response.setHeader('content-type', pathname.endsWith('.css') ? 'text/css' : 'text/javascript')
      return response.end(file)
    }
    const look = { zoom: Number(searchParams.get('zoom')), culled: searchParams.has('culled') }
    response.setHeader('content-type', 'text/html')
    return response.end(page({ ...parts, ...look }, [...files.keys()]))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bare page has no port.')
  return {
    urlOf: ({ zoom, culled }) =>
      `http://127.0.0.1:${String(address.port)}/?zoom=${String(zoom)}${culled ? '&culled' : ''}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function bundle(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'silent',
    plugins: [svelte({ configFile: false })],
    build: {
      write: false,
      rollupOptions: { input: fileURLToPath(new URL('bare-flow.ts', import.meta.url)) },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The bare page was not built.')
  return new Map(
    output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  )
}

function page(parts: unknown, files: readonly string[]): string {
  const data = JSON.stringify(parts).replaceAll('<', '\\u003c')
  return `<!doctype html><html><head><meta charset="utf-8"><title>Bare</title>
${files
  .filter((file) => file.endsWith('.css'))
  .map((file) => `<link rel="stylesheet" href="/${file}">`)
  .join('')}
<style>html,body,#flow{height:100%;margin:0}</style></head><body>
<div id="flow"></div><script type="application/json" id="parts">${data}</script>
${files
  .filter((file) => file.endsWith('.js'))
  .map((file) => `<script type="module" src="/${file}"></script>`)
  .join('')}
</body></html>`
}

function nodesOf({ blocks, layout }: FlowDocument) {
  return Object.keys(blocks).map((id) => ({
    id,
    position: { x: layout[id]?.x ?? 0, y: layout[id]?.y ?? 0 },
    data: { label: layout[id]?.title ?? id },
  }))
}

function edgesOf({ blocks }: FlowDocument) {
  return Object.entries(blocks).flatMap(([source, block]) =>
    kindOf(block)
      .ports(block)
      .flatMap(({ at, target }) => (target === undefined ? [] : [{ id: source + at, source, target }])),
  )
}
