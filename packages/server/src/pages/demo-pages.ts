import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** As strict as a careful shop would have it: the widget has to work under this. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** The demo shop at `/demo/`: what a seller's own pages with the widget would be. */
export async function demoPages(app: FastifyInstance, directory: string | null): Promise<void> {
  app.get('/', async (_request, reply) => reply.redirect(directory === null ? '/console/' : '/demo/'))
  if (directory === null) return
  await app.register(fastifyStatic, {
    root: directory,
    prefix: '/demo/',
    redirect: true,
    decorateReply: false,
    cacheControl: false,
    // The folder also holds what a reader of the repository needs; pages are all that is served.
    allowedPath: (path) => !path.endsWith('.md'),
    setHeaders: (reply, path) => {
      void reply.header('content-security-policy', POLICY)
      void reply.header('cache-control', 'no-cache')
      // Product pictures are shown by the chat on whatever page carries it.
      if (path.endsWith('.svg')) void reply.header('cross-origin-resource-policy', 'cross-origin')
    },
  })
}
