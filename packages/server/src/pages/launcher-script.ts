import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { WidgetSettings } from '@shopbell/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FindLauncher } from './widget-pages.ts'

/** The launcher's first line, as its build writes it (packages/widget/vite.config.ts): what a shop chose stands there. */
const NOTHING_CHOSEN = 'let shop={css:``};'
/** Which is asked for every time, so that a change is on the next page, and answered in a few bytes as long as there is none. */
const FRESH = 'no-cache'

interface Launcher {
  readonly code: string
  readonly etag: string
  readonly coded: Readonly<Record<'br' | 'gzip', Buffer>>
}

/** Answers `/widget/v1.js?store=…`: the launcher with the store's settings in it, so that a page needs no second request. */
export function createLauncherScript(
  directory: string,
  findLauncher: FindLauncher,
  log: FastifyInstance['log'],
) {
  const bare = readFileSync(join(directory, 'v1.js'), 'utf8')
  if (!bare.startsWith(NOTHING_CHOSEN)) {
    throw new Error('packages/widget/dist/v1.js is of another version; run: npm run build -w packages/widget')
  }
  const made = new Map<string, Promise<Launcher>>()

  function launcherOf(code: string): Promise<Launcher> {
    const known = made.get(code)
    if (known !== undefined) return known
    if (made.size >= MAX_MADE) made.clear()
    const launcher = compressed(code)
    made.set(code, launcher)
    return launcher
  }

  return async (request: FastifyRequest, reply: FastifyReply, store: string): Promise<FastifyReply> => {
    const { origin, referer } = request.headers
    const found = await findLauncher({ store, origin, referrer: referer }).catch((error: unknown) => {
      // Without its database the shop keeps its bubble; the chat says by itself that it cannot connect.
      log.warn({ err: error }, 'a store’s launcher could not be found')
      return null
    })
    const code =
      found === null
        ? bare
        : 'settings' in found
          ? bare.replace(NOTHING_CHOSEN, () => `let shop=${literal(shopOf(found.store, found.settings))};`)
          : `console.error(${literal(refusalOf(found.refusedOrigin))})`
    const launcher = await launcherOf(code)
    void reply
      .header('cache-control', FRESH)
      .header('vary', 'origin, accept-encoding')
      .header('etag', launcher.etag)
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('text/javascript; charset=utf-8')
    if (request.headers['if-none-match'] === launcher.etag) return reply.code(304).send()
    const encoding = encodingOf(request.headers['accept-encoding'])
    if (encoding === null) return reply.send(launcher.code)
    return reply.header('content-encoding', encoding).send(launcher.coded[encoding])
  }
}

/** Stores times their settings that are served at a time, with room for refused origins. */
const MAX_MADE = 1_000

async function compressed(code: string): Promise<Launcher> {
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(code), promisify(gzip)(code)])
  const hash = createHash('sha256').update(code).digest('base64url').slice(0, 22)
  return { code, etag: `W/"${hash}"`, coded: { br, gzip: zipped } }
}

/** What the launcher reads: default attributes of its elements, and rules for its style sheet. */
function shopOf(store: string, { brand, side, offsetX, offsetY, language }: WidgetSettings) {
  const isUsual = side === 'right' && offsetX === 24 && offsetY === 24
  return {
    data: {
      store,
      ...(brand === null ? {} : { brand }),
      ...(language === 'page' ? {} : { locale: language }),
    },
    css: isUsual ? '' : placeRules(side, offsetX, offsetY),
  }
}

/** Bubble and panel at the chosen corner; on a phone the panel fills the screen. */
function placeRules(side: 'left' | 'right', x: number, y: number): string {
  const inset =
    side === 'left' ? `auto auto ${String(y)}px ${String(x)}px` : `auto ${String(x)}px ${String(y)}px auto`
  const most = `max-height:calc(100dvh - ${String(y + 24)}px)`
  return `:host{inset:${inset}}@media(min-width:480px){:host .panel{inset:${inset};${most}}}`
}

function refusalOf(origin: string): string {
  return `Shopbell: ORIGIN_REFUSED. ${origin} may not show this chat. Allow it in the console, on the page “On your shop”.`
}

/** JSON that a script can hold anywhere. */
function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function encodingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  const offered = String(accepted ?? '')
  if (/\bbr\b/.test(offered)) return 'br'
  return /\bgzip\b/.test(offered) ? 'gzip' : null
}
