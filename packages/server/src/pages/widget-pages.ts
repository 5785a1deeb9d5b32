import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { FoundLauncher, LauncherRequest } from '../storefront/find-launcher.ts'
import { createLauncherScript } from './launcher-script.ts'

/** Finds what a store chose for its launcher; null where there is no such store. */
export type FindLauncher = (request: LauncherRequest) => Promise<FoundLauncher | null>

export interface WidgetPagesParts {
  /** What the widget's build wrote; null: nothing is built. */
  readonly directory: string | null
  readonly findLauncher: FindLauncher
}

/** A widget that changed reaches every shop page within this time; its parts have names that change with their contents. */
const ENTRY_CACHE = 'public, max-age=300, stale-while-revalidate=86400'
const PART_CACHE = 'public, max-age=31536000, immutable'

/** `/widget/v1.js` and what it loads: scripts that pages of any origin may run. */
export async function widgetPages(
  app: FastifyInstance,
  { directory, findLauncher }: WidgetPagesParts,
): Promise<void> {
  if (directory === null) {
    for (const path of ['/widget/v1.js', '/widget/*']) {
      app.get(path, async (_request, reply) => {
        return reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
      })
    }
    return
  }
  const sendLauncher = createLauncherScript(directory, findLauncher, app.log)
  await app.register(async (scope) => {
    await scope.register(fastifyStatic, {
      root: directory,
      prefix: '/widget/',
      index: false,
      cacheControl: false,
      // The build writes every file compressed too (`v1.js.br`, `v1.js.gz`).
      preCompressed: true,
      setHeaders: (reply, path) => {
        void reply.header('cache-control', /-[\w-]{8}\.js(\.br|\.gz)?$/.test(path) ? PART_CACHE : ENTRY_CACHE)
        // Module scripts of another origin need CORS, and strict pages need the resource policy.
        void reply.header('access-control-allow-origin', '*')
        void reply.header('cross-origin-resource-policy', 'cross-origin')
      },
    })
    scope.get<{ Querystring: { store?: unknown } }>('/widget/v1.js', (request, reply) => {
      const { store } = request.query
      return typeof store === 'string' ? sendLauncher(request, reply, store) : reply.sendFile('v1.js')
    })
  })
}

const NOT_BUILT = 'The widget is not built. Run: npm run build -w packages/widget\n'
