import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { REPOSITORY } from '../config/repository.ts'

/** What other packages built for browsers. Each is null where it is missing, which its pages then say. */
export interface Builds {
  readonly widget: string | null
  readonly demoShop: string | null
  /** The console's request listener, as SvelteKit's adapter-node writes it. */
  readonly consoleModule: URL | null
}

export function findBuilds(): Builds {
  return {
    widget: folder('packages/widget/dist/'),
    demoShop: folder('examples/demo-shop/'),
    consoleModule: existing('packages/editor/build/handler.js'),
  }
}

function existing(path: string): URL | null {
  const url = new URL(path, REPOSITORY)
  return existsSync(url) ? url : null
}

function folder(path: string): string | null {
  const url = existing(path)
  return url === null ? null : fileURLToPath(url)
}
