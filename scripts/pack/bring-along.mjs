import { cpSync } from 'node:fs'
import { join } from 'node:path'

/** What the server serves and seeds, by its path in the repository; packages/server/src/config/repository.ts finds it again. */
const BROUGHT = [
  'packages/widget/dist',
  'packages/editor/build',
  'examples/demo-shop',
  'flows/export-factory',
]

/** Not for a server: source maps, pages for readers of the repository, conversations that are tests. */
const LEFT_BEHIND = /\.map$|README\.md$|\/conversations$/

/** Copies it beside the server's build, so that the published package needs nothing but its dependencies. */
export function bringAlong(root, server) {
  for (const path of BROUGHT) {
    cpSync(join(root, path), join(server, 'dist', 'brought-along', path), {
      recursive: true,
      filter: (source) => !LEFT_BEHIND.test(source),
    })
  }
}
