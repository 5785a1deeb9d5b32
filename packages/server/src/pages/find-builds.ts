import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Folders beside this package, from its sources and from its build alike. */
const PACKAGES = new URL('../../../', import.meta.url)

/** What other packages built for browsers. Each is null where it is missing, which its pages then say. */
export interface Builds {
  readonly widget: string | null
  readonly demoShop: string | null
  /** The console's request listener, as SvelteKit's adapter-node writes it. */
  readonly consoleModule: URL | null
}

export function findBuilds(): Builds {
  return {
    widget: folder('widget/dist/'),
    demoShop: folder('../examples/demo-shop/'),
    consoleModule: existing('editor/build/handler.js'),
  }
}

function existing(path: string): URL | null {
  const url = new URL(path, PACKAGES)
  return existsSync(url) ? url : null
}

function folder(path: string): string | null {
  const url = existing(path)
  return url === null ? null : fileURLToPath(url)
}
